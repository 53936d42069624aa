using System.Globalization;
using System.Runtime.CompilerServices;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.People.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Testing;

namespace Banyan.Benchmarks.Seeding;

/// <summary>A draft that lacks nothing but to be sent, and the browser of its organiser.</summary>
internal sealed record ReadyDraft(string Reference, string Cookie, string FormToken);

/// <summary>Whole drafts of people who are signed in. Each sends many, one after the other; at one moment each connection has another of them.</summary>
internal static class ReadyDrafts
{
    private const int People = 128;
    private const int First = 8_000_000;
    private const int Part = 100;
    private const int DaysAhead = 100;

    public static async Task<IReadOnlyList<ReadyDraft>> AddAsync(
        BanyanHost host,
        int count,
        CancellationToken ct
    )
    {
        var cast = await ManyCases.CastAsync(host, ct);
        var drafts = new List<ReadyDraft>();
        await host.DbAsync(async db =>
        {
            await db.KeepWordingsAsync(cast.Program.Definition.Clauses, ct);
            var people = Enumerable.Range(0, People).Select(number => Come(db, number, cast));
            var known = people.ToList();
            Partners.Expect(await db.CommitAsync(Outcome.Of(Actor.Rule, cast.Now), ct));
            db.ChangeTracker.Clear();
            Partners.Expect(
                await db.CommitPartsAsync(PartsAsync(db, cast, known, count, drafts, ct), ct)
            );
        });
        host.Statements.Clear();
        return drafts;
    }

    private static Comer Come(BanyanDb db, int number, CaseCast cast)
    {
        var organiser = new Organiser(First + number);
        if (!EmailAddress.TryParse(organiser.Address, out var email, out _))
            throw new InvalidOperationException(organiser.Address);
        var person = Person.Named(email, organiser.Name, cast.Now);
        person.SignIn(cast.Now);
        var session = Session.Begin(person.Id, null, "Benchmark", cast.Now, out var secret);
        db.AddRange(person, session);
        return new Comer(organiser, email, person.Id, $"banyan={secret}", session.FormToken);
    }

    private static async IAsyncEnumerable<Outcome> PartsAsync(
        BanyanDb db,
        CaseCast cast,
        List<Comer> people,
        int count,
        List<ReadyDraft> drafts,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var begin = 0; begin < count; begin += Part)
        {
            ct.ThrowIfCancellationRequested();
            var outcome = Outcome.Of(Actor.Rule, cast.Now);
            for (var number = begin; number < Math.Min(begin + Part, count); number++)
            {
                var comer = people[number % people.Count];
                var reference = string.Create(
                    CultureInfo.InvariantCulture,
                    $"PSF-26-D{number:0000000}"
                );
                outcome = outcome.And(Draft(db, cast, comer, number, reference));
                drafts.Add(new ReadyDraft(reference, comer.Cookie, comer.FormToken));
            }
            yield return outcome;
            await Task.CompletedTask;
        }
    }

    private static Outcome Draft(
        BanyanDb db,
        CaseCast cast,
        Comer comer,
        int number,
        string reference
    )
    {
        var (now, actor) = (cast.Now, Actor.Of(comer.Person, comer.Organiser.Name));
        var (application, outcome) = Application.Start(
            reference,
            cast.Program.Organisation,
            cast.Program.Id,
            cast.Program.Version,
            comer.Email,
            comer.Person,
            actor,
            now
        );
        // An event of its own each time, of a community that is not listed yet.
        var organiser = new Organiser(First + People + number)
        {
            Name = comer.Organiser.Name,
            Address = comer.Organiser.Address,
        };
        var day = now.InUtc().Date.PlusDays(DaysAhead);
        foreach (var (question, text) in Answers.Of(cast.Program.Definition, organiser, day))
            outcome = outcome.And(application.Write(question, text, null, actor, now));
        foreach (var clause in cast.Program.Definition.Clauses)
            outcome = outcome.And(
                application.Accept(
                    ClauseCopy.Of(clause, cast.Program.Version, CultureInfo.InvariantCulture),
                    comer.Person,
                    actor,
                    now
                )
            );
        db.Add(application);
        return outcome;
    }

    private sealed record Comer(
        Organiser Organiser,
        EmailAddress Email,
        PersonId Person,
        string Cookie,
        string FormToken
    );
}
