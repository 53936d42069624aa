namespace Banyan.Demo;

/// <summary>The program files that come with Banyan: beside the program when published, above it in a checkout.</summary>
internal static class ProgramFolder
{
    public static IReadOnlyList<string> Files()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var programs = Path.Combine(folder.FullName, "programs");
            if (Directory.Exists(programs))
                return [.. Directory.GetFiles(programs, "*.yaml").Order(StringComparer.Ordinal)];
        }
        throw new DirectoryNotFoundException("There is no folder programs above the program.");
    }
}
