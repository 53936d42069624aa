using System.Reflection;

namespace Banyan.Architecture.Tests;

/// <summary>Our compiled assemblies and the folder of the sources.</summary>
internal static class House
{
    public static readonly Assembly Host = typeof(Site).Assembly;
    public static readonly Assembly Kernel = typeof(Banyan.Kernel.Module).Assembly;

    /// <summary>Everything under src that the host brings along.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
    [
        Host,
        .. Directory
            .GetFiles(AppContext.BaseDirectory, "Banyan.*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Where(name => name != "Banyan.Testing")
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];

    /// <summary>The rooms: what lies between the Kernel and the host.</summary>
    public static IReadOnlyList<Assembly> Contexts { get; } =
    [
        .. All.Where(assembly =>
            assembly != Host
            && assembly != Kernel
            && !assembly.GetName().Name!.Contains(".Migrations.", StringComparison.Ordinal)
            && assembly.GetName().Name != "Banyan.Calendars"
        ),
    ];

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Banyan.slnx")))
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The sources are not above the tests.");
        return folder.FullName;
    }
}
