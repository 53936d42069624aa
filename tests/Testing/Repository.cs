namespace Banyan.Testing;

/// <summary>Where the sources are: the folder above the tests that holds Banyan.slnx.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder =
                folder.Parent
                ?? throw new DirectoryNotFoundException(
                    "No folder above the tests holds Banyan.slnx."
                );
        return folder.FullName;
    }
}
