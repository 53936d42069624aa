using System.Text.Json;
using System.Text.Json.Serialization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Partnerships.Domain;

/// <summary>What both sides promised, copied from the program at the moment of approval: a later version changes nothing of it.</summary>
internal sealed record Promises(IReadOnlyList<Promise> Benefits, IReadOnlyList<Promise> Commitments)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Promises Of(ProgramDefinition program) =>
        new(
            [
                .. program.Benefits.Select(benefit => new Promise(
                    benefit.Key,
                    benefit.Kind,
                    Side.Organisation,
                    benefit.Title.ByLanguage,
                    benefit.Text?.ByLanguage,
                    benefit.Quantity,
                    benefit.Unit
                )),
            ],
            [
                .. program.Commitments.Select(commitment => new Promise(
                    commitment.Key,
                    "",
                    commitment.Side,
                    commitment.Text.ByLanguage,
                    null,
                    null,
                    null
                )),
            ]
        );

    public static Promises Read(string json) => JsonSerializer.Deserialize<Promises>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}

/// <summary>One promise. The texts are by language, as the program had them.</summary>
/// <param name="Kind">Of a benefit, as the program calls it; empty for a commitment.</param>
internal sealed record Promise(
    string Key,
    string Kind,
    Side Side,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, string>? Text,
    int? Quantity,
    string? Unit
)
{
    [JsonIgnore]
    public LocalText Words => new(Title);

    [JsonIgnore]
    public LocalText? More => Text is null ? null : new(Text);
}
