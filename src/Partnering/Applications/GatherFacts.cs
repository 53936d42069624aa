using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>What must be true to send an application, judged in the order in which an applicant can mend it.</summary>
internal sealed class GatherFacts(CommunityDirectory communities, BanyanDb db)
{
    /// <summary>The code of the partnership that stands against it: the page links there.</summary>
    public string? Partner { get; private set; }

    /// <returns>The facts, and what lists the community where it is new; both are committed together.</returns>
    public async Task<(SubmitFacts Facts, Outcome Community)> ForAsync(
        OpenApplication open,
        CancellationToken ct
    )
    {
        var form = open.Form(complete: true);
        var nothing = Outcome.Of(open.Actor, open.Now);
        var against = Against(open.Program, open.Application, form, open.Today);
        var title = form.Value(Meaning.Title) ?? open.Application.Reference;
        if (against is not null || open.Viewer.Person is not { } person)
            return (
                new SubmitFacts(
                    against ?? ApplicationRefusals.AddressNotProven,
                    title,
                    form.Date,
                    null,
                    ""
                ),
                nothing
            );
        WebAddress.TryRead(form.Value(Meaning.Website), out var website, out _);
        var known = open.Application.Community;
        if (known is null && await communities.FindOfAsync(person, website, title, ct) is { } found)
            known = found.Id;
        var facts = new SubmitFacts(null, title, form.Date, known, "");
        facts = facts with
        {
            Refusal = await PartnerAlreadyAsync(open.Application, facts, open.Today, ct),
        };
        if (facts.Refusal is not null)
            return (facts, nothing);
        var listed = nothing;
        if (known is null)
        {
            var outline = new CommunityOutline(
                title,
                website,
                form.Value(Meaning.Place) ?? "",
                form.Value(Meaning.Kind) ?? ""
            );
            var ensured = await communities.ListAsync(outline, person, open.Actor, open.Now, ct);
            (known, listed) = (ensured.Id, ensured.Outcome);
        }
        var key = OpenKey(known.Value, open.Application.Program, title);
        return (facts with { Community = known, OpenKey = key }, listed);
    }

    public Task<string> OrganisationNameAsync(OrganisationId organisation, CancellationToken ct) =>
        db
            .OrganisationFacts.Where(facts => facts.Id == organisation)
            .Select(facts => facts.Name)
            .SingleAsync(ct);

    /// <summary>What the reopened answers now say; the subject is told by its title as before.</summary>
    public static SubmitFacts Amended(OpenApplication open)
    {
        var form = open.Form(complete: false);
        var application = open.Application;
        var title = form.Value(Meaning.Title) ?? application.Title;
        var key = application.Community is { } community
            ? OpenKey(community, application.Program, title)
            : application.OpenKey;
        return new SubmitFacts(
            null,
            title,
            form.Date ?? application.EventDate,
            application.Community,
            key
        );
    }

    /// <summary>For what goes on after a closing: nothing is asked of the applicant anew, only that nothing else stands for the subject by now.</summary>
    public async Task<SubmitFacts> AgainAsync(
        Application application,
        LocalDate today,
        CancellationToken ct
    )
    {
        var facts = new SubmitFacts(
            null,
            application.Title,
            application.EventDate,
            application.Community,
            application.Community is { } community
                ? OpenKey(community, application.Program, application.Title)
                : application.OpenKey
        );
        return facts with { Refusal = await PartnerAlreadyAsync(application, facts, today, ct) };
    }

    /// <summary>For staff who reopen what was withdrawn: answers, window and clauses are judged as at sending.</summary>
    public async Task<SubmitFacts> AnewAsync(
        ProgramDefinition program,
        Application application,
        LocalDate today,
        CancellationToken ct
    )
    {
        var form = FormState.Of(
            program,
            application.Answers,
            today,
            CultureInfo.CurrentUICulture,
            complete: true
        );
        var facts = await AgainAsync(application, today, ct);
        return facts with { Refusal = Against(program, application, form, today) ?? facts.Refusal };
    }

    private static Refusal? Against(
        ProgramDefinition program,
        Application application,
        FormState form,
        LocalDate today
    )
    {
        if (program.State != ProgramState.Open)
            return ApplicationRefusals.ProgramNotOpen;
        if (!form.Complete)
            return ApplicationRefusals.Incomplete(
                form.Questions.Count(question => question.Reading.Problem is not null)
            );
        var window = ApplicationWindow.Judge(program.Window, form.Date, form.FirstTime, today);
        if (WindowNotice.RefusalOf(window, form.Date) is { } closed)
            return closed;
        var left = application.ClausesLeft(program).Count;
        return left > 0 ? ApplicationRefusals.ClausesLeft(left) : null;
    }

    /// <summary>One partnership for one subject in one term. For what takes place after the term, and in its last days for what has no date, one applies again.</summary>
    private async Task<Refusal?> PartnerAlreadyAsync(
        Application application,
        SubmitFacts facts,
        LocalDate today,
        CancellationToken ct
    )
    {
        if (facts.Community is not { } community)
            return null;
        var program = application.Program;
        var partnerships = await db
            .Partnerships.AsNoTracking()
            .Where(p => p.Community == community && p.Program == program && p.Until >= today)
            .ToListAsync(ct);
        var partner = partnerships.Find(known =>
            SameSubject.Title(known.Title, facts.Title)
            && known.StandingOn(today) is var standing
            && standing.IsCurrent()
            && (facts.EventDate is { } day ? day <= known.Until : standing == Standing.Partner)
        );
        Partner = partner?.Code;
        return partner is null
            ? null
            : ApplicationRefusals.PartnerAlready(partner.Title, partner.Until);
    }

    // A rolling program has one edition without end; the subject is told by its title, whatever its capitals and spaces.
    private static string OpenKey(CommunityId community, ProgramId program, string title) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{community.Value:n}|{program.Value:n}|rolling|{SameSubject.Fold(title)}"
                )
            )
        );
}
