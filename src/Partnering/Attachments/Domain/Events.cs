using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Attachments.Domain;

internal sealed record FilesAttached(Guid About, int Files) : DomainEvent(About);

internal sealed record FileRemoved(Guid About, string File) : DomainEvent(About);
