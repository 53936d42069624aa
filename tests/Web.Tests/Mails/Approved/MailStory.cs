namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>A kind of mail, as the list of all mails names it.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="To">Who gets it.</param>
/// <param name="When">What makes it leave; goes on from "leaves".</param>
internal sealed record MailKind(string Name, string To, string When);

/// <summary>Mails of one piece of the work, brought about on the pages, as people meet them.</summary>
internal sealed record MailStory(
    string Title,
    Func<MailBook, Task> TellAsync,
    IReadOnlyList<MailKind> Mails
)
{
    public override string ToString() => Title;
}
