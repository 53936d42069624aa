using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Reports.Domain;

// About the application: its history tells the whole story.

internal sealed record ReportSent(Guid About) : DomainEvent(About);

internal sealed record ReportAsked(Guid About, string Reason) : DomainEvent(About);

internal sealed record ReportAnswered(Guid About, string Reason) : DomainEvent(About);

internal sealed record ReportThanked(Guid About) : DomainEvent(About);

internal sealed record ReportPublished(Guid About) : DomainEvent(About);

internal sealed record ReportUnpublished(Guid About) : DomainEvent(About);

internal sealed record ReportReminded(Guid About) : DomainEvent(About);
