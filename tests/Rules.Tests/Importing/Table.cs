using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Rules.Tests.Programs;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Rules.Tests.Importing;

/// <summary>Files as people export them, with the program of the foundation.</summary>
internal static class Table
{
    public static readonly LocalDate Today = new(2026, 11, 21);

    public static byte[] Bytes(string name) =>
        File.ReadAllBytes(
            Path.Combine(Repository.Root, "tests", "Rules.Tests", "Importing", "Tables", name)
        );

    public static PastFile Open(string name, bool? mend = null) =>
        PastFile.Read(Bytes(name), null, null, mend).File.ShouldNotBeNull();

    public static ProgramDefinition Program => ProgramFolder.Read("psf-community-partner.yaml");

    /// <summary>The guess with these columns said otherwise.</summary>
    public static ImportMap Map(PastFile file, params (string Column, string To)[] said)
    {
        var guess = GuessMap.Of(file.Survey, Program);
        return guess with
        {
            Columns =
            [
                .. guess.Columns.Select(column =>
                    Array.Find(said, each => each.Column == column.Column)
                        is { Column: not null } wanted
                        ? column with
                        {
                            To = wanted.To,
                        }
                        : column
                ),
            ],
        };
    }

    public static IReadOnlyList<PastRow> Rows(PastFile file, ImportMap map)
    {
        MapCheck.Against(map, file.Survey, Program).ShouldBeEmpty();
        var reader = new PastRowReader(Program, map, file.Survey, Today);
        return [.. file.Table.Rows.Skip(1).Select(reader.Of)];
    }
}
