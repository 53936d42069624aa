using System.Text;

namespace Banyan.Web.Tests.Mails.Approved;

/// <summary>Every mail that the site sends, as an approved text in docs/mails.</summary>
public sealed class ApprovedMailTests
{
    private static readonly Dictionary<string, MailStory> s_stories = new[]
    {
        SentStory.Whole,
        WrittenStory.Whole,
        DecisionStory.Whole,
        LeavingStory.Whole,
        PartnerStory.Whole,
        ReportStory.Whole,
        DeskStory.Whole,
        VoteStory.Whole,
        ConflictStory.Whole,
        PeopleStory.Whole,
    }.ToDictionary(story => story.Title);

    public static TheoryData<string> Stories => [.. s_stories.Keys];

    [Theory, MemberData(nameof(Stories))]
    public async Task Every_mail_reads_as_approved_in_text_and_in_HTML(string story)
    {
        var book = new MailBook();
        await s_stories[story].TellAsync(book);
        book.Differences.ShouldBeEmpty("BANYAN_WRITE_DOCS=1 writes them anew");
        book.Kept.ShouldBe(s_stories[story].Mails.Select(mail => mail.Name), ignoreOrder: true);
    }

    [Fact]
    public void The_list_names_each_and_no_text_is_left_over()
    {
        var file = Path.Combine(MailBook.Folder, "README.md");
        if (MailBook.Writes)
            File.WriteAllText(file, List());
        File.ReadAllText(file).ShouldBe(List(), "BANYAN_WRITE_DOCS=1 writes it anew");
        Directory
            .GetFiles(MailBook.Folder, "*.txt")
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(
                s_stories.Values.SelectMany(story => story.Mails).Select(mail => mail.Name),
                ignoreOrder: true
            );
    }

    [Fact]
    public void It_bites_on_words_that_the_HTML_alone_says()
    {
        const string html =
            "<html><body><p>Hello,<br>you.</p><p><strong>Next: read.</strong></p><p><a href=\"https://x.example/\">Open</a></p></body></html>";
        MailBook
            .SaidInHtml(html)
            .ShouldBe("Hello,\nyou.\n\nNext: read.\n\nOpen:\nhttps://x.example/");
    }

    private static string List()
    {
        var text = new StringBuilder();
        text.Append("# What leaves by mail\n\n")
            .Append("Every mail that the site sends, word for word. ")
            .Append("A test brings each about, compares it with its text here, ")
            .Append("and prints this list; do not edit it.\n\n")
            .Append("Each leaves as plain text and as HTML, which say the same. ")
            .Append("The letters of decisions are each program's own: they stand in ")
            .Append("[programs/letters](../../programs/letters).\n");
        foreach (var story in s_stories.Values)
        {
            text.Append("\n## ").Append(story.Title).Append("\n\n");
            text.Append("| Text | To | Leaves |\n| --- | --- | --- |\n");
            foreach (var mail in story.Mails)
                text.Append("| [")
                    .Append(mail.Name)
                    .Append("](")
                    .Append(mail.Name)
                    .Append(".txt) | ")
                    .Append(mail.To)
                    .Append(" | ")
                    .Append(mail.When)
                    .Append(" |\n");
        }
        return text.ToString();
    }
}
