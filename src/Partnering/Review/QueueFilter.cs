using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Tags.Domain;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Banyan.Partnering.Review;

internal enum DueFilter
{
    /// <summary>Its day is over.</summary>
    Late,
    Week,
    Month,
}

/// <summary>Which cases of the queue; all of it stands in the address, so that an address is a filter that can be kept and sent on.</summary>
/// <param name="State">Null: every open case.</param>
/// <param name="All">Ended ones too.</param>
/// <param name="Lead">A person by their id, <see cref="Me"/> or <see cref="Nobody"/>.</param>
internal sealed record QueueFilter(
    string Program,
    ApplicationState? State,
    bool All,
    Ball? Ball,
    string Lead,
    string Tag,
    DueFilter? Due,
    string Words
)
{
    public const string AllStates = "all";
    public const string Me = "me";
    public const string Nobody = "nobody";
    private const int MostCharacters = 100;

    public static QueueFilter None { get; } = new("", null, false, null, "", "", null, "");

    /// <summary>In the order of what is due, which only open cases have.</summary>
    public bool OpenOnly => State is { } state ? ApplicationMoves.IsOpen(state) : !All;

    public bool IsNone => this == None;

    /// <summary>Asks about more than stands in the row of a case about which one has not declared.</summary>
    public bool AsksInside =>
        Ball is not null || Due is not null || Lead.Length > 0 || Tag.Length > 0;

    public PersonId? Person =>
        Guid.TryParseExact(Lead, "n", out var id) ? PersonId.From(id) : default(PersonId?);

    public static QueueFilter Of(IQueryCollection query)
    {
        string One(string name) => Typed.OneLine(query[name].ToString());
        var state = One("state");
        return new QueueFilter(
            Short(One("program")),
            Named<ApplicationState>(state),
            state == AllStates,
            Named<Ball>(One("ball")),
            One("lead") is var lead
            && (lead is Me or Nobody || Guid.TryParseExact(lead, "n", out _))
                ? lead
                : "",
            Short(CaseTag.WordOf(One("tag"))),
            Named<DueFilter>(One("due")),
            Short(One("q"))
        );
    }

    /// <summary>What stands behind the question mark; empty for the queue as it is.</summary>
    public override string ToString() =>
        string.Join(
            '&',
            new[]
            {
                ("q", Words),
                ("program", Program),
                ("state", All ? AllStates : State?.ToString() ?? ""),
                ("ball", Ball?.ToString() ?? ""),
                ("lead", Lead),
                ("tag", Tag),
                ("due", Due?.ToString() ?? ""),
            }
                .Where(part => part.Item2.Length > 0)
                .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}")
        );

    private static TEnum? Named<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>()
            .Where(value => value.ToString() == text)
            .Select(value => (TEnum?)value)
            .FirstOrDefault();

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : text[..MostCharacters];
}

/// <summary>The last row of the page before.</summary>
internal sealed record QueuePlace(Instant At, string Reference)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{Reference}");

    /// <summary>Null for what is none; the list then starts at its beginning.</summary>
    public static QueuePlace? Parse(string? text) =>
        text?.Split('.', 2) is [var at, { Length: > 0 and <= 20 } reference]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds < 253_402_300_800_000
            ? new QueuePlace(Instant.FromUnixTimeMilliseconds(milliseconds), reference)
            : null;
}
