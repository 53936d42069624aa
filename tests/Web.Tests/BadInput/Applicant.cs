using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using Answer = Banyan.Testing.BadInput.Answer;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Somebody with an application, who sends what no browser would.</summary>
internal sealed class Applicant : IDisposable
{
    private readonly BanyanHost home;

    private Applicant(BanyanHost host, Visitor visitor, string reference, string token) =>
        (home, Visitor, Reference, Token) = (host, visitor, reference, token);

    public Visitor Visitor { get; }
    public string Reference { get; }
    public string Token { get; }
    public string Path => $"/applications/{Reference}";

    public static Task<BanyanHost> HostAsync(DatabaseKind database, params string[] arguments) =>
        HostAsync(database, new HostChoice { Arguments = arguments });

    public static async Task<BanyanHost> HostAsync(DatabaseKind database, HostChoice choice)
    {
        var host = await BanyanHost.StartAsync(database, choice);
        host.Clock.Now = JoeyWalk.InTime;
        await host.FoundAsync();
        return host;
    }

    /// <summary>A draft begun with an address alone.</summary>
    public static async Task<Applicant> BeginAsync(BanyanHost host, string address)
    {
        var visitor = host.NewVisitor();
        await visitor.Visit($"{Foundation.Program}/apply");
        visitor.Fill("Email", address);
        await visitor.Press("Begin");
        return await OfAsync(host, visitor, visitor.Path.Split('/')[2]);
    }

    /// <summary>A draft of somebody who signed in first.</summary>
    public static async Task<Applicant> ProvenAsync(BanyanHost host, string address)
    {
        var visitor = await host.SignedInAsync(address);
        await visitor.Visit($"{Foundation.Program}/apply");
        await visitor.Press("Begin");
        return await OfAsync(host, visitor, visitor.Path.Split('/')[2]);
    }

    /// <summary>All is filled in and proven; only sending is left.</summary>
    public static async Task<Applicant> ReadyAsync(BanyanHost host)
    {
        var visitor = host.NewVisitor();
        var walker = new HttpWalker(visitor);
        var walk = new JoeyWalk(
            host,
            _ => throw new InvalidOperationException("Nobody else walks here.")
        );
        await walk.QualifyAsync(walker);
        await walk.FillInAsync(walker);
        await walk.FillInTheRestAsync(walker);
        await walk.ProveAsync(walker);
        await walk.AcceptAsync(walker);
        return await OfAsync(host, visitor, walk.Reference);
    }

    public static async Task<Applicant> SentAsync(BanyanHost host)
    {
        var applicant = await ReadyAsync(host);
        (await applicant.PostAsync("send", "")).Status.ShouldBe(303);
        return applicant;
    }

    /// <summary>The same application in the browser of somebody else.</summary>
    public async Task<Applicant> SharedWithAsync(Character other)
    {
        (await PostAsync("invite", $"Email={other.Address}")).Status.ShouldBe(303);
        return await OfAsync(home, await home.SignedInAsync(other.Address), Reference);
    }

    /// <summary>The same browser, after its session changed.</summary>
    public Task<Applicant> AgainAsync() => OfAsync(home, Visitor, Reference);

    public Task<Answer> PostAsync(string page, string body) =>
        Visitor.PostBodyAsync($"{Path}/{page}", $"_form={Token}&{body}");

    public Task<T> ReadAsync<T>(Func<Application, T> read) =>
        home.DbAsync(async db =>
            read(
                await db
                    .Applications.AsNoTracking()
                    .Include(a => a.Answers)
                    .Include(a => a.Applicants)
                    .Include(a => a.Acceptances)
                    .Include(a => a.Thread)
                    .AsSplitQuery()
                    .SingleAsync(
                        a => a.Reference == Reference,
                        TestContext.Current.CancellationToken
                    )
            )
        );

    public Task<string?> AnswerToAsync(string question) =>
        ReadAsync(application =>
            application.Answers.Find(answer => answer.Question == question)?.Text
        );

    public void Dispose() => Visitor.Dispose();

    private static async Task<Applicant> OfAsync(
        BanyanHost host,
        Visitor visitor,
        string reference
    ) =>
        new(
            host,
            visitor,
            reference,
            await visitor.TokenAsync($"/applications/{reference}/withdraw")
        );
}
