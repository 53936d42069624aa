using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Importing.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Importing;

/// <summary>Somebody says what each column means. What the headers suggest is filled in, and nothing is taken without being shown here.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class MapPage(OpenImport open) : ImportVerb(open)
{
    public static IReadOnlyList<Choice> Orders =>
        [new("DayFirst", Texts.OrderDayFirst), new("MonthFirst", Texts.OrderMonthFirst)];

    public IReadOnlyList<MappedColumn> Columns { get; private set; } = [];

    /// <summary>Nobody said anything yet.</summary>
    public bool IsGuess => Open.Import.Map is not { Columns.Count: > 0 };

    public string ReadAs =>
        FileWords.ReadAs(Open.Import.Survey!, mended: Open.Import.Map?.Mend == true);

    public IReadOnlyList<Choice> Targets =>
        [
            new(ImportTarget.LeaveOut, Texts.TargetLeaveOut),
            new(ImportTarget.SubmittedOn, Texts.TargetSubmittedOn),
            new(ImportTarget.Email, Texts.TargetEmail),
            new(ImportTarget.Name, Texts.TargetName),
            new(ImportTarget.Outcome, Texts.TargetOutcome),
            new(ImportTarget.DecidedOn, Texts.TargetDecidedOn),
            .. Open.Program.Published.Questions.Select(question => new Choice(
                ImportTarget.Question + question.Key,
                Texts.TargetQuestion.With(question.Label.ToString(), question.Key)
            )),
        ];

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await Open.LoadAsync(program, id, ct))
            return NotFound();
        if (Against() is { } elsewhere)
            return elsewhere;
        Show(IsGuess ? Guess() : Open.Import.Map!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await Open.LoadAsync(program, id, ct))
            return NotFound();
        if (Against() is { } elsewhere)
            return elsewhere;
        var map = Sent();
        Show(map);
        var problems = MapCheck
            .Against(map, Open.Import.Survey!, Open.Program.Published)
            .Concat(Unsaid())
            .ToList();
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                ModelState.AddModelError(problem.Field ?? "", problem.Sentence);
            return this.Unprocessed();
        }
        return await DoAsync(
            program,
            id,
            () => Open.Then(Open.Import.Mean(map, Open.Program.Actor, Open.Program.Now)),
            Texts.SaidMapped,
            ct
        );
    }

    /// <summary>Nothing can be said about columns that nobody has read yet, or whose letters may be damaged.</summary>
    private SeeOther? Against() =>
        Open.Import is not { MayMap: true, Survey: { } survey } ? new SeeOther(Open.Here)
        : survey.Garbled is not null && Open.Import.Map?.Mend is null
            ? new SeeOther(ImportLinks.ReadAgain(Open.Slug, Open.Import.Id))
        : null;

    private ImportMap Guess() =>
        GuessMap.Of(Open.Import.Survey!, Open.Program.Published) with
        {
            Mend = Open.Import.Map?.Mend,
        };

    private void Show(ImportMap map) =>
        Columns = [
            .. Open.Import.Survey!.Columns.Select(
                (column, place) =>
                    MappedColumn.Of(
                        place,
                        column,
                        map.Columns.FirstOrDefault(column.Is),
                        Open.Program.Published
                    )
            ),
        ];

    private ImportMap Sent()
    {
        var columns = Open.Import.Survey!.Columns;
        return Guess() with
        {
            Columns =
            [
                .. columns
                    .Select((column, place) => Sent(column, place))
                    .Where(column => column.To.Length > 0),
            ],
        };
    }

    private ColumnMap Sent(SurveyedColumn column, int place)
    {
        var to = Typed.Clean(this.Sent(ImportRefusals.Field("to", place)));
        var said = new ColumnMap(column.Header, to, column.Nth == 1 ? null : column.Nth)
        {
            Order =
                Enum.TryParse<DayOrder>(
                    this.Sent(ImportRefusals.Field("order", place)),
                    out var order
                ) && Enum.IsDefined(order)
                    ? order
                    : null,
        };
        var meanings = MappedColumn.MeaningsOf(to, Open.Program.Published);
        if (meanings.Count == 0)
            return said;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = 0; number < column.Values.Count; number++)
            if (
                this.Sent(MappedColumn.ValueField(place, number)) is { Length: > 0 } meant
                && meanings.Any(meaning => meaning.Value == meant)
            )
                values[column.Values[number].Value] = meant == MappedColumn.Nothing ? "" : meant;
        return values.Count == 0 ? said : said with { Values = values };
    }

    /// <summary>Words whose meaning was not on the page that was sent, or was left open.</summary>
    private IEnumerable<Refusal> Unsaid() =>
        Columns.SelectMany(column =>
            column
                .Values.Where(value => string.IsNullOrEmpty(this.Sent(value.Field)))
                .Select(value =>
                    ImportRefusals.ValueUnsaid(column.Found.Header, value.Found.Value, value.Field)
                )
        );
}
