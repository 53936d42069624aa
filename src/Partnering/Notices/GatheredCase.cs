using NodaTime;

namespace Banyan.Partnering.Notices;

/// <summary>One case of a gathered mail.</summary>
/// <param name="Next">Its next line, for this reader; null where they have not declared, and may know no more than the title.</param>
/// <param name="Mails">How many mails stand behind it.</param>
internal sealed record GatheredCase(
    string Reference,
    string Title,
    string? Next,
    int Mails,
    ZonedDateTime LastAt
);
