using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Applications;

/// <summary>What must be true to send an application, judged in the order in which an applicant can mend it.</summary>
internal sealed class GatherFacts(CommunityDirectory communities, BanyanDb db)
{
    /// <returns>The facts, and what lists the community where it is new; both are committed together.</returns>
    public async Task<(SubmitFacts Facts, Outcome Community)> ForAsync(OpenApplication open, CancellationToken ct)
    {
        var form = open.Form(complete: true);
        var nothing = Outcome.Of(open.Actor, open.Now);
        var against = Against(open, form);
        var title = form.Value(Meaning.Title) ?? open.Application.Reference;
        if (against is not null || open.Viewer.Person is not { } person)
            return (new SubmitFacts(against ?? ApplicationRefusals.AddressNotProven, title, form.Date, null, ""), nothing);
        WebAddress.TryRead(form.Value(Meaning.Website), out var website, out _);
        var known = open.Application.Community;
        if (known is null && await communities.FindOfAsync(person, website, title, ct) is { } found)
            known = found.Id;
        var listed = nothing;
        if (known is null)
        {
            var outline = new CommunityOutline(title, website, form.Value(Meaning.Place) ?? "", form.Value(Meaning.Kind) ?? "");
            var ensured = await communities.ListAsync(outline, person, open.Actor, open.Now, ct);
            (known, listed) = (ensured.Id, ensured.Outcome);
        }
        var key = OpenKey(known.Value, open.Application.Program, title);
        return (new SubmitFacts(null, title, form.Date, known, key), listed);
    }

    public Task<string> OrganisationNameAsync(OrganisationId organisation, CancellationToken ct) =>
        db.OrganisationFacts.Where(facts => facts.Id == organisation).Select(facts => facts.Name).SingleAsync(ct);

    /// <summary>What the reopened answers now say; the subject is told by its title as before.</summary>
    public static SubmitFacts Amended(OpenApplication open)
    {
        var form = open.Form(complete: false);
        var application = open.Application;
        var title = form.Value(Meaning.Title) ?? application.Title;
        var key = application.Community is { } community ? OpenKey(community, application.Program, title) : application.OpenKey;
        return new SubmitFacts(null, title, form.Date ?? application.EventDate, application.Community, key);
    }

    /// <summary>For what goes on after a closing, and for staff, who reopen what was sent before: nothing is asked of the applicant anew, only that no other application stands for the subject by now.</summary>
    public static SubmitFacts Again(Application application) =>
        new(
            null,
            application.Title,
            application.EventDate,
            application.Community,
            application.Community is { } community ? OpenKey(community, application.Program, application.Title) : application.OpenKey
        );

    private static Refusal? Against(OpenApplication open, FormState form)
    {
        if (open.Program.State != ProgramState.Open)
            return ApplicationRefusals.ProgramNotOpen;
        if (!form.Complete)
            return ApplicationRefusals.Incomplete(form.Questions.Count(question => question.Reading.Problem is not null));
        if (WindowNotice.RefusalOf(open.Window(form), form.Date) is { } closed)
            return closed;
        return open.ClausesLeft.Count > 0 ? ApplicationRefusals.ClausesLeft(open.ClausesLeft.Count) : null;
    }

    // A rolling program has one edition without end; the subject is told by its title, whatever its capitals and spaces.
    private static string OpenKey(CommunityId community, ProgramId program, string title)
    {
        var subject = string.Concat(title.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{community.Value:n}|{program.Value:n}|rolling|{subject}")));
    }
}
