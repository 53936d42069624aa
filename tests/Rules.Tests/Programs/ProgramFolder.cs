using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;

namespace Banyan.Rules.Tests.Programs;

/// <summary>The folder <c>programs</c> beside Banyan.slnx.</summary>
internal static class ProgramFolder
{
    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(Root(), "programs", name));

    public static ProgramDefinition Read(string name)
    {
        var result = ProgramFile.Read(Text(name), name);
        result.Lines.ShouldBeEmpty();
        return result.Definition.ShouldNotBeNull();
    }

    public static IEnumerable<string?> Files() =>
        Directory.GetFiles(Path.Combine(Root(), "programs"), "*.yaml").Select(Path.GetFileName);

    /// <summary>The file of the approved text of one letter, beside its template.</summary>
    public static string Letter(string program, string name) =>
        Path.Combine(
            Root(),
            "programs",
            "letters",
            Path.GetFileNameWithoutExtension(program),
            $"{name}.txt"
        );

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException("No folder above the tests holds Banyan.slnx.");
    }
}
