using System.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Domain;

namespace Banyan.Architecture.Tests;

/// <summary>The pages of lifecycles, printed from the tables of legal moves. BANYAN_WRITE_DOCS=1 ./test architecture writes them anew.</summary>
public sealed class LifecycleDocs
{
    [Fact]
    public void The_page_of_an_application_is_what_the_code_says() =>
        Compare(
            "application",
            Print(
                "An application",
                ApplicationMoves.All.Select(move => new Move(
                    $"{move.From}",
                    Words($"{move.By}"),
                    $"{move.To}",
                    Words($"{move.Ball}"),
                    [.. move.Roles.Select(role => Words($"{role}"))]
                )),
                $"{ApplicationState.Draft}"
            )
        );

    [Fact]
    public void The_page_of_a_partnership_is_what_the_code_says() =>
        Compare(
            "partnership",
            Print(
                "A partnership",
                PartnershipMoves.All.Select(move => new Move(
                    $"{move.From}",
                    Words($"{move.By}"),
                    $"{move.To}",
                    null,
                    [.. move.Roles.Select(role => Words($"{role}"))]
                )),
                $"{PartnershipState.Onboarding}",
                $"{PartnershipState.Active}"
            )
        );

    [Fact]
    public void It_bites_on_a_move_for_one_role_more()
    {
        var narrow = Print("A lantern", [new("Dark", "light", "Lit", null, ["staff"])], "Dark");
        narrow.ShouldContain("| Dark | light | staff | Lit |");
        narrow.ShouldContain("  Dark --> Lit: light");
        Print("A lantern", [new("Dark", "light", "Lit", null, ["staff", "rule"])], "Dark")
            .ShouldNotBe(narrow);
    }

    private static string Print(string title, IEnumerable<Move> all, params string[] first)
    {
        var moves = all.ToList();
        var text = new StringBuilder();
        text.Append("# ")
            .Append(title)
            .Append("\n\n")
            .Append(
                "Printed from the code by a test; do not edit.\n\n```mermaid\nstateDiagram-v2\n"
            );
        foreach (var state in first)
            text.Append("  [*] --> ").Append(state).Append('\n');
        foreach (var move in moves)
            text.Append("  ")
                .Append(move.From)
                .Append(" --> ")
                .Append(move.To)
                .Append(": ")
                .Append(move.By)
                .Append('\n');
        text.Append("```\n\n");
        var withBall = moves.Exists(move => move.Ball is not null);
        Row(text, ["State", "Command", "Who", "Next state", .. Ball(withBall, "Ball")]);
        Row(text, ["---", "---", "---", "---", .. Ball(withBall, "---")]);
        foreach (var move in moves)
            Row(
                text,
                [
                    move.From,
                    move.By,
                    string.Join(", ", move.Roles),
                    move.To,
                    .. Ball(withBall, move.Ball ?? ""),
                ]
            );
        return text.ToString();
    }

    private static string[] Ball(bool shown, string cell) => shown ? [cell] : [];

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>SendToWorkGroup as "send to work group".</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (letter, at) =>
                    char.IsAsciiLetterUpper(letter) && at > 0
                        ? $" {char.ToLowerInvariant(letter)}"
                        : $"{char.ToLowerInvariant(letter)}"
            )
        );

    private static void Compare(string name, string printed)
    {
        var file = Path.Combine(House.Root, "docs", "lifecycles", $"{name}.md");
        if (Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, printed);
        }
        File.ReadAllText(file)
            .ShouldBe(printed, "BANYAN_WRITE_DOCS=1 ./test architecture writes it anew");
    }

    private sealed record Move(
        string From,
        string By,
        string To,
        string? Ball,
        IReadOnlyList<string> Roles
    );
}
