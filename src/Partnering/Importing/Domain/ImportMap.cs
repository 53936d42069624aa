using System.Text.Json;
using System.Text.Json.Serialization;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Importing.Domain;

/// <summary>What each column of a file means: what the page keeps, and what the command takes as its MAP file.</summary>
internal sealed record ImportMap
{
    public const string Format = "import-map/1";

    /// <summary>Longest text of a map file, in bytes.</summary>
    public const int LargestFile = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, false) },
    };

    public required string Banyan { get; init; }

    /// <summary>The slug of the program.</summary>
    public required string Program { get; init; }

    /// <summary>Null: found from the file.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>One character. Null: found from the first row.</summary>
    public string? Separator { get; init; }

    /// <summary>Whether text whose UTF-8 was once taken for Windows-1252 is mended. Null: not said, which is refused where there is such text.</summary>
    public bool? Mend { get; init; }
    public required IReadOnlyList<ColumnMap> Columns { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <exception cref="JsonException">It is no map; the message names the place.</exception>
    public static ImportMap Read(string text)
    {
        var map =
            JsonSerializer.Deserialize<ImportMap>(text, Json)
            ?? throw new JsonException("There is nothing in it.");
        if (map.Banyan != Format)
            throw new JsonException($"\"banyan\" has to be \"{Format}\".");
        if (map.Separator is { Length: not 1 })
            throw new JsonException("\"separator\" has to be one character.");
        return map.Columns is null || map.Columns.Any(column => column is null)
            ? throw new JsonException("\"columns\" has to be a list of columns.")
            : map;
    }
}

/// <summary>One column of the file.</summary>
/// <param name="Column">Its header, as the file has it.</param>
/// <param name="Nth">Which of several columns with this header, counted from 1.</param>
/// <param name="To">One of <see cref="ImportTarget"/>.</param>
internal sealed record ColumnMap(string Column, string To, int? Nth = null)
{
    public DayOrder? Order { get; init; }

    /// <summary>What the words of the file mean: an option's key, yes or no, or an outcome; empty leaves the answer out.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    [JsonIgnore]
    public int Place => Nth ?? 1;
}

/// <summary>What a column can mean. A question is named as <c>question:KEY</c>.</summary>
internal static class ImportTarget
{
    public const string LeaveOut = "leave-out";
    public const string Name = "name";
    public const string Email = "email";
    public const string SubmittedOn = "submitted-on";
    public const string Outcome = "outcome";
    public const string DecidedOn = "decided-on";
    public const string Question = "question:";

    public static readonly IReadOnlyList<string> Plain =
    [
        LeaveOut,
        Name,
        Email,
        SubmittedOn,
        Outcome,
        DecidedOn,
    ];

    public static string? QuestionOf(string to) =>
        to.StartsWith(Question, StringComparison.Ordinal) ? to[Question.Length..] : null;
}

/// <summary>What became of an application that is imported.</summary>
internal enum PastOutcome
{
    Approved,
    Declined,
    Withdrawn,

    /// <summary>Nobody knows, or nothing: it is over.</summary>
    Closed,
}
