using Banyan.Kernel.Mail.Reading;

namespace Banyan.Rules.Tests.Mail;

/// <summary>Answers as mail programs send them, and what of them is new.</summary>
public sealed class QuotedReplyTests
{
    [Theory]
    [InlineData("Mike does.", "Mike does.")]
    [InlineData(
        "Mike does.\n\nOn Tue, 21 March 2028 at 10:42, Python Software Foundation\n<reply+k@example.org> wrote:\n> Who answers reports?\n>\n> Next: you answer",
        "Mike does."
    )]
    [InlineData(
        "> Who answers reports?\nMike does.\n> And where?\nIn the hall.",
        "Mike does.\nIn the hall."
    )]
    [InlineData("Mike does.\n-- \nNusrat Jahan\nDhaka", "Mike does.")]
    [InlineData(
        "Mike does.\n\n-----Original Message-----\nFrom: The Foundation\nWho answers reports?",
        "Mike does."
    )]
    [InlineData(
        "Mike does.\r\n________________________________\r\nFrom: The Foundation",
        "Mike does."
    )]
    [InlineData(
        "মাইক।\n\n২১ মার্চ, ২০২৮ তারিখে 10:42 এ Foundation <reply+k@example.org> লিখেছেন:\n\n> Who answers reports?",
        "মাইক।"
    )]
    [InlineData(
        "माइक।\n\nमंगल, 21 मार्च 2028 को 10:42 बजे, Foundation <reply+k@example.org> ने लिखा:\n> Who?",
        "माइक।"
    )]
    // What one writes oneself is kept, also where it looks a little like the rest.
    [InlineData("We have two:\n- Mike\n- Asha", "We have two:\n- Mike\n- Asha")]
    [InlineData("They wrote:\nplease come", "They wrote:\nplease come")]
    [InlineData("5 > 3 -- always", "5 > 3 -- always")]
    [InlineData("> only a quotation", "")]
    [InlineData("", "")]
    public void What_is_new_is_kept(string sent, string kept) =>
        QuotedReply.Cut(sent.ReplaceLineEndings("\n")).ShouldBe(kept);

    [Theory]
    [InlineData(
        "<div>Mike does.</div><div class=\"gmail_quote\"><div>On Tue wrote:</div></div>",
        "<div>Mike does.</div>"
    )]
    [InlineData("<p>Mike does.</p><blockquote>Who?</blockquote>", "<p>Mike does.</p>")]
    [InlineData("<p>Mike</p><div id='divRplyFwdMsg'>From:</div>", "<p>Mike</p>")]
    [InlineData("<p>Mike</p>", "<p>Mike</p>")]
    public void Of_html_what_stands_before_the_old_mail(string sent, string kept) =>
        QuotedReply.CutHtml(sent).ShouldBe(kept);
}
