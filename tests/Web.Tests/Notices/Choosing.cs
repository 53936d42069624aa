using Banyan.Testing;

namespace Banyan.Web.Tests.Notices;

/// <summary>What somebody chose about their mail, on the page where they do.</summary>
internal static class Choosing
{
    public static string? Chosen(this Visitor visitor, string kind) =>
        visitor.Page.QuerySelector($"input[name={kind}][checked]")?.GetAttribute("value");

    public static async Task ChooseMailAsync(
        this Visitor visitor,
        string kind,
        string rhythm,
        string? zone = null
    )
    {
        await visitor.Visit("/me/notifications");
        visitor.ChooseByName(kind, rhythm);
        if (zone is not null)
            visitor.Fill("zone", zone);
        await visitor.Press("Save");
        visitor.Source.ShouldContain("That is how mail comes from now on.");
        visitor.Chosen(kind).ShouldBe(rhythm);
    }

    /// <summary>Gathered mails to somebody.</summary>
    public static IReadOnlyList<Letter> GatheredFor(this BanyanHost host, Character reader) =>
        [
            .. host
                .Mailbox.To(reader.Address)
                .Where(mail => mail.Headers.ContainsKey("List-Unsubscribe")),
        ];
}
