using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Credentials;
using Banyan.Partnering.Credentials.Data;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>What becomes true once the letter has left, all in one commit: the letter left, the application ended, and with an approval the partnership.</summary>
internal sealed class LetterTakesEffect(
    BanyanDb db,
    ProgramShelf shelf,
    OpenPartner open,
    PartnerRooms rooms
)
{
    /// <exception cref="InvalidOperationException">It could not be committed; the work is then tried again, and the mails are the same.</exception>
    public async Task CommitAsync(LetterId id, Instant now, CancellationToken ct)
    {
        var letter = await db.Letters.SingleAsync(l => l.Id == id, ct);
        var decision = await db.Decisions.SingleAsync(d => d.Id == letter.Decision, ct);
        var application = await db
            .Applications.Include(a => a.Answers)
            .SingleAsync(a => a.Id == letter.Application, ct);
        var approved = decision.Outcome.IsApproval;
        var outcome = letter.MarkLeft(now).And(application.LetterLeft(approved, Actor.Rule, now));
        if (!outcome.Done)
            throw Lost(id, outcome.Refusal!);
        var before = await db
            .Decisions.Where(d => d.Application == application.Id && d.InForceSince != null)
            .Where(d => d.SupersededAt == null)
            .ToListAsync(ct);
        foreach (var earlier in before)
            outcome = outcome.And(earlier.Supersede(Actor.Rule, now));
        decision.TakeEffect(now);
        outcome = outcome.And(await PartnerAsync(application, decision, letter, now, ct));
        var committed = await db.CommitAsync(outcome, ct);
        if (committed.Refusal is { } refusal)
            throw Lost(id, refusal);
    }

    private static InvalidOperationException Lost(LetterId id, Refusal refusal) =>
        new($"Letter {id.Value} has left, but what it says could not be kept: {refusal.Code}");

    /// <summary>An approval begins the partnership, or gives another one to what an earlier letter began; a decline takes that back.</summary>
    private async Task<Outcome> PartnerAsync(
        Application application,
        Decision decision,
        Letter letter,
        Instant now,
        CancellationToken ct
    )
    {
        var known = await db.PartnershipOfAsync(application.Id, ct);
        var home = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        if (!decision.Outcome.IsApproval)
        {
            if (known is null)
                return Outcome.Of(Actor.Rule, now);
            await open.TakeAsync(known, ct);
            var left = await rooms.LeftAsync(forGood: true, ct);
            return known.TakeBack(now.InZone(home.Zone).Date, Actor.Rule, now).And(left.Outcome);
        }
        var terms = await TermsAsync(application, decision, letter, home.Zone, ct);
        if (known is not null)
        {
            var wasLeft = known.State == PartnershipState.Ended;
            var corrected = known.Correct(terms, Actor.Rule, now);
            if (!wasLeft)
                return corrected;
            await open.TakeAsync(known, ct);
            return corrected.And(await rooms.CameBackAsync(ct));
        }
        var (partnership, outcome) = Partnership.Begin(terms, Actor.Rule, now);
        db.Partnerships.Add(partnership);
        await open.TakeAsync(partnership, ct);
        outcome = outcome.And(await rooms.BeganAsync(ct));
        return await db.SigningKeys.AnyAsync(ct) ? outcome : outcome.Then(MakeSigningKey.Plan(now));
    }

    private async Task<PartnershipTerms> TermsAsync(
        Application application,
        Decision decision,
        Letter letter,
        DateTimeZone zone,
        CancellationToken ct
    )
    {
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var form = FormState.Of(
            program,
            application.Answers,
            letter.Begins!.Value,
            // The public page of the partner is in English, whatever language the letter is in.
            CultureInfo.GetCultureInfo(LetterLanguages.English),
            complete: false
        );
        return new PartnershipTerms
        {
            // Where a partnership stands already, its own code stays.
            Code = decision.PartnerCode ?? "",
            Application = application.Id,
            Community = application.Community,
            Organisation = application.Organisation,
            Program = application.Program,
            ProgramVersion = application.ProgramVersion,
            Edition = application.Edition,
            Title = application.Title,
            Kind = form.Asking(Meaning.Kind)?.Reading.Shown ?? "",
            Website = form.Value(Meaning.Website),
            Place = form.Value(Meaning.Place),
            Begins = letter.Begins.Value,
            Until = letter.Until,
            Promises = Promises.Of(program),
            Zone = zone,
            LookAgainOn = decision.Terms.LookAgainOn,
            Conditions = decision.Terms.Conditions,
            ConditionsBy = decision.Terms.ConditionsBy,
        };
    }
}
