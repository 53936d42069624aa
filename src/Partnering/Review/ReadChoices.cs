using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Tags.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Review;

/// <summary>What one may choose from in the filters of the queue. An empty list is not offered.</summary>
internal sealed record FilterChoices(
    IReadOnlyList<Choice> Programs,
    IReadOnlyList<Choice> States,
    IReadOnlyList<Choice> Balls,
    IReadOnlyList<Choice> Leads,
    IReadOnlyList<Choice> Tags,
    IReadOnlyList<Choice> Due
);

internal sealed class ReadChoices(BanyanDb db, Viewer viewer, ProgramShelf shelf)
{
    public async Task<FilterChoices> OfAsync(DeskStaff staff, CancellationToken ct)
    {
        var organisations = QueueQuery.OrganisationsOf(viewer);
        var programs = await db
            .Programs.Where(program => organisations.Contains(program.Organisation))
            .Select(program => new { program.Slug, program.CurrentVersion })
            .ToListAsync(ct);
        var definitions = await shelf.DefinitionsAsync(
            programs.Select(program => program.CurrentVersion),
            ct
        );
        return new FilterChoices(
            [
                .. programs
                    .Select(program => new Choice(
                        program.Slug,
                        definitions[program.CurrentVersion].Name.In(CultureInfo.CurrentUICulture)
                    ))
                    .OrderBy(choice => choice.Text, StringComparer.CurrentCulture),
            ],
            [
                new(QueueFilter.AllStates, Texts.FilterAll),
                .. Enum.GetValues<ApplicationState>()
                    .Where(state => state != ApplicationState.Draft)
                    .Select(state => new Choice(
                        state.ToString(),
                        CaseText.Alone(StateWords.Of(state))
                    )),
            ],
            [
                new(nameof(Ball.Applicant), Texts.BallApplicant),
                new(nameof(Ball.Staff), Texts.BallStaff),
                new(nameof(Ball.WorkGroup), Texts.BallWorkGroup),
                new(nameof(Ball.Board), Texts.BallBoard),
            ],
            Leads(staff),
            viewer.May(CasePermissions.Tag)
                ? [.. (await db.KnownTagsAsync(viewer, ct)).Select(word => new Choice(word, word))]
                : [],
            [
                new(nameof(DueFilter.Late), Texts.DueLate),
                new(nameof(DueFilter.Week), Texts.DueWeek),
                new(nameof(DueFilter.Month), Texts.DueMonth),
            ]
        );
    }

    private IReadOnlyList<Choice> Leads(DeskStaff staff)
    {
        IReadOnlyList<Choice> mine = viewer.May(CasePermissions.Lead)
            ? [new(QueueFilter.Me, Texts.LeadMe)]
            : [];
        return
        [
            .. mine,
            new(QueueFilter.Nobody, Texts.LeadNobody),
            .. staff
                .Here.Where(seat => seat.Person != viewer.Person)
                .OrderBy(seat => seat.Name, StringComparer.CurrentCulture)
                .Select(seat => new Choice(
                    seat.Person.Value.ToString("n"),
                    seat.Name.Length > 0 ? seat.Name : seat.Email
                )),
        ];
    }
}
