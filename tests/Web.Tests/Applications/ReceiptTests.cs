using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.BadInput;

namespace Banyan.Web.Tests.Applications;

/// <summary>The mail that says that an application has arrived.</summary>
public sealed class ReceiptTests
{
    [Asvs("V1.3.7")]
    [Fact]
    public async Task Braces_in_somebodys_name_are_no_placeholder()
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var joey = await Applicant.ReadyAsync(host);
        var version = await joey.ReadAsync(a =>
            a.Answers.Find(answer => answer.Question == "firstName")!.Version
        );
        await joey.PostAsync(
            "autosave",
            $"firstName=%7Breference%7D+%7Btitle%7D&v.firstName={version}"
        );
        (await joey.AnswerToAsync("firstName")).ShouldBe("{reference} {title}");
        (await joey.PostAsync("send", "")).Status.ShouldBe(303);
        await host.WorkAsync();
        host.Mailbox.To(JoeyWalk.Address)[^1].Text.ShouldContain("Hello {reference} {title},");
    }
}
