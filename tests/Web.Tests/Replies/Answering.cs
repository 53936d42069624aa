using System.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Contracts;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Microsoft.Extensions.DependencyInjection;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Replies;

/// <summary>Joey's application of which something is asked, and Joey's mail program.</summary>
internal sealed class Answering : IAsyncDisposable
{
    public const string Joey = "joeylovespython@email.com";

    private Answering(BanyanHost host, Applicant applicant) =>
        (Host, Applicant) = (host, applicant);

    public BanyanHost Host { get; }
    public Applicant Applicant { get; }

    /// <summary>To where Joey's mail program sends an answer to the newest mail.</summary>
    public string ReplyTo => Host.Mailbox.Last(Joey).Headers["Reply-To"];

    /// <param name="server">A real mail server; null: mail is kept as files.</param>
    public static async Task<Answering> StartAsync(DatabaseKind database, MailServer? server = null)
    {
        var host = await Applicant.HostAsync(
            database,
            new HostChoice
            {
                Server = server,
                Arguments = ["--Banyan:MailReplies=reply@umbrella.example.org"],
            }
        );
        return new Answering(host, await Applicant.SentAsync(host));
    }

    public async Task AskAsync(string words = "Who answers reports?", params string[] fields)
    {
        using var marie = await Host.SignedInAsync(World.Marie.Address);
        if (await Applicant.ReadAsync(a => a.State) == ApplicationState.Submitted)
            await (await marie.Visit($"/cases/{Applicant.Reference}/take-up")).Press("Take it up");
        await marie.Visit($"/cases/{Applicant.Reference}/ask");
        marie.Fill("words", words);
        foreach (var field in fields)
            marie.ChooseByName("fields", field);
        await marie.Press("Send the question");
        await Host.WorkAsync();
        (await Applicant.ReadAsync(a => a.Ball)).ShouldBe(Ball.Applicant);
    }

    /// <summary>What the mail server hands in, as it would come from Joey.</summary>
    public string Message(string words, string? to = null, string fields = "") =>
        $"""
            Return-Path: <{Joey}>
            From: Joey Python <{Joey}>
            To: {to ?? ReplyTo}
            Message-ID: <{Guid.CreateVersion7():n}@email.com>
            {fields}Content-Type: text/plain; charset=utf-8

            {words}

            On Mon, 20 March 2028 at 10:42, The Foundation <reply@umbrella.example.org> wrote:
            > Who answers reports?
            """;

    public Task<MailTaken> AnswerAsync(string words) => HandInAsync(Message(words));

    public async Task<MailTaken> HandInAsync(string message)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<MailReplies>()
            .ReceiveAsync(Encoding.UTF8.GetBytes(message), TestContext.Current.CancellationToken);
    }

    /// <summary>The thread between the applicant and the desk, oldest first.</summary>
    public Task<IReadOnlyList<string>> ThreadAsync() =>
        Applicant.ReadAsync<IReadOnlyList<string>>(a =>
            [.. a.Thread.OrderBy(entry => entry.Id).Select(entry => $"{entry.Name}: {entry.Words}")]
        );

    public async ValueTask DisposeAsync()
    {
        Applicant.Dispose();
        await Host.DisposeAsync();
    }
}
