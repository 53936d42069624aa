using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Attachments.Domain;

internal sealed record FilesAttached(Guid About, int Files, string Audience) : DomainEvent(About);

internal sealed record FileRemoved(Guid About, string File, string Audience) : DomainEvent(About);
