using System.Text;
using Banyan.Kernel.Access;
using Banyan.Testing;

namespace Banyan.Architecture.Tests;

/// <summary>Pages of docs that are printed from the code. BANYAN_WRITE_DOCS=1 ./test architecture writes them anew.</summary>
public sealed class GeneratedDocs
{
    private static readonly string File = Path.Combine(House.Root, "docs", "permissions.md");

    [Asvs("V8.1.1")]
    [Fact]
    public async Task The_page_of_permissions_is_what_the_code_says()
    {
        await using var host = await BanyanHost.StartAsync();
        var printed = Permissions(
            [.. Modules.All.SelectMany(module => module.Permissions)],
            Door.All(host)
        );
        if (Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            await System.IO.File.WriteAllTextAsync(
                File,
                printed,
                TestContext.Current.CancellationToken
            );
        }
        (
            await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)
        ).ShouldBe(printed, "BANYAN_WRITE_DOCS=1 ./test architecture writes it anew");
    }

    [Fact]
    public void It_bites_on_a_permission_held_by_one_kind_more_or_by_chairs_only_or_a_rule_changed()
    {
        Door[] doors = [new("/lanterns", "GET", [new RequiresAttribute("lantern.light")])];
        var narrow = Permissions([new("lantern.light", "Light it.", TeamKind.Staff)], doors);
        narrow.ShouldContain("| `lantern.light` | Light it. | – | yes | – | – |");
        narrow.ShouldContain("| `/lanterns` | GET | lantern.light |");
        Permissions([new("lantern.light", "Light it.", TeamKind.Staff, TeamKind.Board)], doors)
            .ShouldNotBe(narrow);
        Permissions(
                [new("lantern.light", "Light it.", TeamKind.Staff) { ChairsOnly = true }],
                doors
            )
            .ShouldContain("| `lantern.light` | Light it. | – | chair | – | – |");
        Permissions(
                [new("lantern.light", "Light it.", TeamKind.Staff)],
                [new("/lanterns", "GET", [new PublicAttribute()])]
            )
            .ShouldNotBe(narrow);
    }

    private static string Permissions(
        IReadOnlyList<Permission> permissions,
        IReadOnlyList<Door> doors
    )
    {
        var kinds = Enum.GetValues<TeamKind>();
        var text = new StringBuilder();
        text.Append("# Who may do what\n\n")
            .Append("Printed from the code by a test; do not edit.\n\n")
            .Append("## Permissions\n\nEach holds within the organisation of the team.\n\n");
        Row(text, ["Permission", "Allows", .. kinds.Select(kind => $"{kind}")]);
        Row(text, [.. Enumerable.Repeat("---", kinds.Length + 2)]);
        foreach (var permission in permissions.OrderBy(p => p.Name, StringComparer.Ordinal))
            Row(
                text,
                [
                    $"`{permission.Name}`",
                    permission.Says,
                    .. kinds.Select(kind =>
                        !permission.HeldBy.Contains(kind) ? "–"
                        : permission.ChairsOnly ? "chair"
                        : "yes"
                    ),
                ]
            );
        text.Append("\n## Addresses\n\n")
            .Append("Which records somebody sees there is decided by the record itself.\n\n");
        Row(text, ["Address", "Methods", "Who comes in"]);
        Row(text, ["---", "---", "---"]);
        foreach (var door in doors)
            Row(
                text,
                [
                    $"`{door.Address}`",
                    door.Methods,
                    string.Join(" and ", door.Rules.Select(rule => rule.Says)),
                ]
            );
        return text.ToString();
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
