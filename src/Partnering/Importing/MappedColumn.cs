using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Importing;

/// <summary>A column on the page that asks what it means.</summary>
/// <param name="Meanings">What its words can mean; empty where it takes any words.</param>
internal sealed record MappedColumn(
    int Place,
    SurveyedColumn Found,
    string To,
    string? Order,
    IReadOnlyList<Choice> Meanings,
    IReadOnlyList<MappedValue> Values
)
{
    /// <summary>What is sent for a word that stands for no answer; an empty field is one that nobody filled.</summary>
    public const string Nothing = "-";

    public string ToField => ImportRefusals.Field("to", Place);
    public string OrderField => ImportRefusals.Field("order", Place);
    public string Label =>
        Found.Header.Length == 0 ? Texts.ColumnNumber.With(Place + 1)
        : Found.Nth == 1 ? Found.Header
        : Texts.ColumnNth.With(Found.Header, Found.Nth);

    public static string ValueField(int place, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"value-{place}-{number}");

    public static MappedColumn Of(
        int place,
        SurveyedColumn found,
        ColumnMap? said,
        ProgramDefinition program
    )
    {
        var to = said?.To ?? "";
        var meanings = MeaningsOf(to, program);
        return new MappedColumn(
            place,
            found,
            to,
            said?.Order?.ToString(),
            meanings,
            meanings.Count == 0
                ? []
                :
                [
                    .. found.Values.Select(
                        (value, number) =>
                            new MappedValue(
                                ValueField(place, number),
                                value,
                                Meant(said!, value.Value, program)
                            )
                    ),
                ]
        );
    }

    /// <summary>Empty where a column with this meaning takes any words.</summary>
    public static IReadOnlyList<Choice> MeaningsOf(string to, ProgramDefinition program)
    {
        if (to == ImportTarget.Outcome)
            return
            [
                .. Enum.GetValues<PastOutcome>()
                    .Select(outcome => new Choice(
                        outcome.ToString().ToLowerInvariant(),
                        RowWords.Of(outcome)
                    )),
            ];
        return MapCheck.QuestionOf(to, program) switch
        {
            { Type: QuestionType.Choice } question =>
            [
                .. question.Options.Select(option => new Choice(
                    option.Key,
                    option.Label.ToString()
                )),
                new(Nothing, Texts.ValueNothing),
            ],
            { Type: QuestionType.YesNo } =>
            [
                new("yes", Texts.Yes),
                new("no", Texts.No),
                new(Nothing, Texts.ValueNothing),
            ],
            _ => [],
        };
    }

    private static string? Meant(ColumnMap said, string value, ProgramDefinition program) =>
        ValueWords.Of(said, value) is { } meant ? (meant.Length == 0 ? Nothing : meant)
        : said.Values is null ? GuessMap.Value(said.To, value, program)
        : null;
}

/// <param name="Meant">What somebody said, or what is suggested; null where nothing is.</param>
internal sealed record MappedValue(string Field, SurveyedValue Found, string? Meant);
