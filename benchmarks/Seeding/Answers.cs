using Banyan.Kernel.Ui.Fields;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Benchmarks.Seeding;

/// <summary>A whole form of the foundation's program, as an organiser fills it in.</summary>
internal static class Answers
{
    private const string Long =
        "We are a group of volunteers who have met every month for four years. Half of those who come write their first lines of Python "
        + "with us, the others teach them, and twice a year we go to a town that has no such group. The talks are free, recorded, and given "
        + "in two languages; a crèche and a quiet room are there for everybody.";

    public static IEnumerable<(string Question, string Text)> Of(
        ProgramDefinition program,
        Organiser organiser,
        LocalDate day
    ) =>
        program
            .Questions.Select(question => (question.Key, Text: To(question, organiser, day)))
            .Where(answer => answer.Text.Length > 0);

    private static string To(Question question, Organiser organiser, LocalDate day) =>
        question.Means switch
        {
            Meaning.FirstName => organiser.Name.Split(' ')[0],
            Meaning.LastName => organiser.Name.Split(' ')[^1],
            Meaning.Email => organiser.Address,
            Meaning.Kind => "conference",
            Meaning.Title => organiser.Title,
            Meaning.Date => DateParts.Of(day).Kept,
            Meaning.Website => organiser.Site,
            Meaning.CodeOfConduct => organiser.Site + "conduct",
            Meaning.Place => organiser.Place,
            Meaning.Attendees => "120",
            Meaning.TopicShare => "100",
            Meaning.FirstTime => "yes",
            Meaning.Description => Long,
            _ => question.Type == QuestionType.LongText ? Long : "",
        };
}

/// <summary>Somebody made up who writes an application, told by a number.</summary>
internal sealed record Organiser(int Number)
{
    private static readonly string[] s_places =
    [
        "Rajshahi, Bangladesh",
        "Kumasi, Ghana",
        "Cusco, Peru",
        "Tartu, Estonia",
        "Davao, Philippines",
    ];

    public string Name { get; init; } = $"Organiser {Number}";
    public string Address { get; init; } = $"organiser{Number}@example.org";
    public string Title => $"Python Days {Number}";
    public string Site => $"https://days-{Number}.example.org/";
    public string Place => s_places[Number % s_places.Length];
}
