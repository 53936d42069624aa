using System.Text;

namespace Banyan.Security.Tests.Fuzzing;

/// <summary>Makes something new of good examples: pieces taken out, doubled, put elsewhere, and pieces of the grammar put in. The same seed makes the same.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<string> examples, string pieces)
{
    private const int Longest = 20_000;
    private static readonly string[] Everywhere =
    [
        "\0",
        "\r\n",
        "\n",
        "\t",
        "\u2028",
        "\uFEFF",
        "\uD83D",
        "\u202E",
        "\u0301",
        "\uFFFD",
        "%00",
        "%2e%2e%2f",
        "-1",
        "99999999999999999999",
        "1e999",
        "\u0130",
        "দল",
        "\U0001F333",
    ];

    private readonly Random random = new(seed);
    private readonly string[] grammar = [.. pieces.Split(' '), .. Everywhere];

    public string Next()
    {
        var text = new StringBuilder(Pick(examples));
        for (var change = random.Next(1, 8); change > 0; change--)
            Change(text);
        if (text.Length > Longest)
            text.Length = Longest;
        // What arrives is bytes: half a character cannot.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private void Change(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Pick(grammar));
                break;
            case 2:
                text.Insert(
                    at,
                    string.Concat(Enumerable.Repeat(Pick(grammar), random.Next(2, 400)))
                );
                break;
            case 3:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 4 when length > 0:
                text[at] = (char)random.Next(0x250);
                break;
            case 5:
                text.Insert(at, Pick(examples));
                break;
            default:
                text.Insert(at, (char)random.Next(0x10000));
                break;
        }
    }

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
