namespace Banyan.Testing.Processes;

/// <summary>Other programs that some tests need.</summary>
public static class Programs
{
    /// <summary>With <c>BANYAN_TESTS_REQUIRE=all</c>, as ./test sets it, a missing program is a failure and not a reason to skip.</summary>
    public static bool AllRequired =>
        Environment.GetEnvironmentVariable("BANYAN_TESTS_REQUIRE") == "all";

    /// <summary>The path of a program on PATH, or null.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>The reason to skip, or null when the test is to run (and to fail, if its program is missing and required).</summary>
    public static string? SkipUnless(bool there, string what) =>
        there || AllRequired ? null : $"Needs {what}; ./test installs it.";
}
