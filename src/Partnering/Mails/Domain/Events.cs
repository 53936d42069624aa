using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Mails.Domain;

/// <param name="Code">The reason as RFC 3463 counts it; empty where none was given.</param>
internal sealed record MailCameBack(Guid About, string Code) : DomainEvent(About);
