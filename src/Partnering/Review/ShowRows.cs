using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Tags.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>Rows in words, as the page and the table to take away have them.</summary>
internal sealed class ShowRows(BanyanDb db, Viewer viewer, ProgramShelf shelf)
{
    private IReadOnlyDictionary<ProgramVersionId, ProgramDefinition> programs = null!;
    private ILookup<ApplicationId, string> tags = null!;
    private DeskStaff staff = null!;

    /// <summary>Reads at once what all these rows need besides themselves.</summary>
    public async Task LoadAsync(
        IReadOnlyCollection<CaseRow> rows,
        DeskStaff people,
        CancellationToken ct
    )
    {
        staff = people;
        programs = await shelf.DefinitionsAsync(rows.Select(row => row.Version), ct);
        tags = await TagsAsync(rows, ct);
    }

    public ShownRow Of(CaseRow row, Ball reader, Instant now)
    {
        var program = programs[row.Version];
        var name = program.Name.In(CultureInfo.CurrentUICulture);
        var here = row.AtHome(now);
        if (!row.Declared && !viewer.May(CasePermissions.Read, row.Organisation))
            return Undeclared(row, name, here);
        var lead = staff.LeadOf(row);
        var due = ApplicationMoves.IsOpen(row.State)
            ? DecideBy.Of(row.Facts, program.Clocks, here)
            : null;
        return new ShownRow(
            row.Reference,
            row.Title,
            name,
            row.Reason(here, lead),
            CaseText.Alone(StateWords.Of(row.State)),
            row.Tone,
            NextLineOf.Desk(row.Facts, program.Clocks, reader, here).Sentence,
            due,
            DueWords(row, DecideBy.OfStep(row.Facts, program.Clocks, here), due, here),
            Deadline.Of(row.Facts, here.Zone),
            lead.Name,
            [.. tags[row.Id].Order(StringComparer.CurrentCulture)]
        );
    }

    /// <summary>The day by which the queue sorts: of an answer, of the end of a rest, else of the present step or the decision.</summary>
    private static string? DueWords(
        CaseRow row,
        LocalDate? step,
        LocalDate? decideBy,
        ZonedDateTime here
    ) =>
        row switch
        {
            { Ball: Ball.Applicant, AnswerBy: { } answer } when decideBy is not null =>
                CaseText.Fill(Texts.AnswerBy, NextLineOf.Day(answer, here)),
            { State: ApplicationState.Tabled, PutOffUntil: { } until } => CaseText.Fill(
                Texts.RestsUntil,
                NextLineOf.Day(until, here)
            ),
            _ when step is not null => CaseText.Fill(Texts.StepBy, NextLineOf.Day(step, here)),
            _ when decideBy is not null => CaseText.Fill(
                Texts.DueBy,
                NextLineOf.Day(decideBy, here)
            ),
            _ => null,
        };

    /// <summary>Of a case about which the viewer has not declared, no more than its name and by when it is wanted.</summary>
    private static ShownRow Undeclared(CaseRow row, string program, ZonedDateTime here) =>
        new(
            row.Reference,
            row.Title,
            program,
            row.ClosesAt is { } closes && row.MyVoteWanted
                ? CaseText.Fill(
                    Texts.ReasonDeclareToVote,
                    DayWords.Distance(closes.InZone(here.Zone).Date, here.Date)
                )
                : Texts.ReasonDeclare,
            CaseText.Alone(StateWords.Of(row.State)),
            row.Tone,
            Texts.NextDeclare,
            null,
            null,
            null,
            null,
            []
        );

    private async Task<ILookup<ApplicationId, string>> TagsAsync(
        IReadOnlyCollection<CaseRow> rows,
        CancellationToken ct
    )
    {
        if (!viewer.May(CasePermissions.Tag))
            return Enumerable.Empty<CaseRow>().ToLookup(row => row.Id, row => "");
        var ids = rows.Select(row => row.Id).Distinct().ToList();
        var organisations = viewer.OrganisationsWhere(CasePermissions.Tag);
        var cases = db.Set<Application>().Where(a => organisations.Contains(a.Organisation));
        var found = await db
            .Tags.Where(tag =>
                ids.Contains(tag.Application) && cases.Any(a => a.Id == tag.Application)
            )
            .Select(tag => new { tag.Application, tag.Word })
            .ToListAsync(ct);
        return found.ToLookup(tag => tag.Application, tag => tag.Word);
    }
}
