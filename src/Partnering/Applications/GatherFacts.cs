using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Applications;

/// <summary>What must be true to send an application, judged in the order in which an applicant can mend it.</summary>
internal sealed class GatherFacts(CommunityDirectory communities, BanyanDb db, ProgramShelf shelf)
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
        var against =
            await ShutAsync(open.Application, open.Code, open.Today, ct)
            ?? Against(open.Program, open.Application, form, open.Code, open.Today);
        var title = form.Value(Meaning.Title) ?? open.Application.Reference;
        if (against is not null || open.Viewer.Person is not { } person)
            return (
                new SubmitFacts(
                    against ?? ApplicationRefusals.AddressNotProven,
                    title,
                    form.Date,
                    null,
                    "",
                    null
                ),
                nothing
            );
        WebAddress.TryRead(form.Value(Meaning.Website), out var website, out _);
        var known = open.Application.Community;
        if (known is null && await communities.FindOfAsync(person, website, title, ct) is { } found)
            known = found.Id;
        var edition = open.Program.Edition?.Key;
        var facts = new SubmitFacts(
            null,
            title,
            form.Date,
            known,
            "",
            edition,
            form.LatestDate,
            open.Program.Clocks
        );
        facts = facts with
        {
            Refusal = await PartnerAlreadyAsync(
                open.Program,
                open.Application,
                facts,
                open.Today,
                ct
            ),
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
        var key = OpenKey(known.Value, open.Application.Program, open.Program, title);
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
            ? OpenKey(community, application.Program, open.Program, title)
            : application.OpenKey;
        return new SubmitFacts(
            null,
            title,
            form.Date ?? application.EventDate,
            application.Community,
            key,
            application.Edition
        );
    }

    /// <summary>For what goes on after a closing: nothing is asked of the applicant anew, only that nothing else stands for the subject by now.</summary>
    public async Task<SubmitFacts> AgainAsync(
        ProgramDefinition program,
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
            OpenKeyOf(program, application),
            application.Edition ?? program.Edition?.Key,
            LatestDay(program, application),
            program.Clocks
        );
        return facts with
        {
            Refusal = await PartnerAlreadyAsync(program, application, facts, today, ct),
        };
    }

    /// <summary>What holds the subject while the case is open again.</summary>
    public static string OpenKeyOf(ProgramDefinition program, Application application) =>
        application.Community is { } community
            ? OpenKey(community, application.Program, program, application.Title)
            : application.OpenKey;

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
        var facts = await AgainAsync(program, application, today, ct);
        var code = application.Admission is { } id
            ? await db.AdmissionCodes.SingleAsync(known => known.Id == id, ct)
            : null;
        return facts with
        {
            Refusal =
                await ShutAsync(application, code, today, ct)
                ?? Against(program, application, form, code, today)
                ?? facts.Refusal,
        };
    }

    /// <summary>The door is that of the program as it is published today, whatever it was when the application was sent.</summary>
    private async Task<Refusal?> ShutAsync(
        Application application,
        AdmissionCode? code,
        LocalDate today,
        CancellationToken ct
    )
    {
        var id = application.Program;
        var current = await db
            .Programs.Where(program => program.Id == id)
            .Select(program => program.CurrentVersion)
            .SingleAsync(ct);
        return Admission.Against(await shelf.DefinitionAsync(current, ct), today, code) is { } shut
            ? shut with
            {
                Field = null,
            }
            : null;
    }

    private static Refusal? Against(
        ProgramDefinition program,
        Application application,
        FormState form,
        AdmissionCode? code,
        LocalDate today
    )
    {
        if (!form.Complete)
            return ApplicationRefusals.Incomplete(
                form.Questions.Count(question => question.Reading.Problem is not null)
            );
        if (WindowNotice.RefusalOf(form.Window(program, code, today), form.Date) is { } closed)
            return closed;
        var left = application.ClausesLeft(program).Count;
        return left > 0 ? ApplicationRefusals.ClausesLeft(left) : null;
    }

    /// <summary>One partnership for one subject in one term. For what takes place after the term, and in its last days for what has no date, one applies again.</summary>
    private async Task<Refusal?> PartnerAlreadyAsync(
        ProgramDefinition definition,
        Application application,
        SubmitFacts facts,
        LocalDate today,
        CancellationToken ct
    )
    {
        if (facts.Community is not { } community)
            return null;
        var (program, edition) = (application.Program, facts.Edition);
        var partnerships = await db
            .Partnerships.AsNoTracking()
            .Where(p =>
                p.Community == community
                && p.Program == program
                && p.Edition == edition
                && (p.Until == null || p.Until >= today)
            )
            .ToListAsync(ct);
        var partner = partnerships.Find(known =>
            (IsWholeCommunity(definition.Unit) || SameSubject.Title(known.Title, facts.Title))
            && known.StandingOn(today) is var standing
            && standing.IsCurrent()
            && (
                (facts.LatestDay ?? facts.EventDate) is { } day
                    ? known.Until is not { } last || day <= last
                    : standing == Standing.Partner
            )
        );
        Partner = partner?.Code;
        return partner is null
            ? null
            : ApplicationRefusals.PartnerAlready(partner.Title, partner.Until);
    }

    private static LocalDate? LatestDay(ProgramDefinition program, Application application) =>
        program.Asking(Meaning.Date) is { } question
        && application.Answers.Find(answer => answer.Question == question.Key) is { } answer
        && application.EventDate is { } day
        && ReadAnswer
            .Of(question, answer.Text, day, CultureInfo.InvariantCulture, complete: false)
            .Value
            is { } value
            ? AnswerDay.Last(value)
            : application.EventDate;

    /// <summary>One application of a community is enough: there is no event or initiative that could be another.</summary>
    private static bool IsWholeCommunity(ProgramUnit unit) =>
        unit is ProgramUnit.Community or ProgramUnit.Edition;

    // A rolling program has one edition without end; an event or initiative is told by its title, whatever its capitals and spaces.
    private static string OpenKey(
        CommunityId community,
        ProgramId program,
        ProgramDefinition definition,
        string title
    )
    {
        var edition = definition.Edition?.Key ?? "rolling";
        var subject = IsWholeCommunity(definition.Unit) ? "" : SameSubject.Fold(title);
        return Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{community.Value:n}|{program.Value:n}|{edition}|{subject}")
            )
        );
    }
}
