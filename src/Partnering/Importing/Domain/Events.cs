using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Importing.Domain;

internal sealed record ImportUploaded(Guid About, string File) : DomainEvent(About);

internal sealed record ImportWritten(Guid About, string File, int Taken) : DomainEvent(About);

internal sealed record ImportUndone(Guid About, string File, int Taken) : DomainEvent(About);

internal sealed record ImportDiscarded(Guid About, string File) : DomainEvent(About);
