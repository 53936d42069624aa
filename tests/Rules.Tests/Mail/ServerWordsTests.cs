using Banyan.Kernel.Mail;

namespace Banyan.Rules.Tests.Mail;

public sealed class ServerWordsTests
{
    [Theory]
    [InlineData("550 No such mailbox here", "550 No such mailbox here")]
    [InlineData(
        "Mailbox unavailable. The server response was: 5.1.1 <nusrat@example.org>: Recipient address rejected",
        "5.1.1 …: Recipient address rejected"
    )]
    [InlineData(
        "5.7.1 Service refused, client [192.0.2.17] blocked, see https://list.example.net/q?ip=192.0.2.17",
        "5.7.1 Service refused, client […] blocked, see …"
    )]
    [InlineData("5.7.1 client 2001:db8::25 at mx1.internal.example.net", "5.7.1 client … at …")]
    [InlineData("4.2.0 greylisted, id q17A3c9d8e7f6a", "4.2.0 greylisted, id …")]
    [InlineData("two\r\nlines\u202E back", "two lines back")]
    public void What_is_nobodys_business_is_left_out(string said, string shown) =>
        ServerWords.Shown(said).ShouldBe(shown);

    [Fact]
    public void Long_words_are_cut() =>
        ServerWords.Shown(string.Join(' ', Enumerable.Repeat("no", 500))).Length.ShouldBe(300);

    [Theory]
    [InlineData("Connection refused [::1]:2525", "")]
    [InlineData(
        "Service not available. The server response was: 4.3.2 try later",
        "4.3.2 try later"
    )]
    public void What_no_server_said_is_not_shown(string problem, string shown) =>
        ServerWords.OfProblem(problem).ShouldBe(shown);
}
