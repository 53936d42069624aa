using System.Globalization;

namespace Banyan;

/// <summary>The oldest runtime on which the site starts: the ones before have a hole that everybody knows.</summary>
internal static class RuntimeFloor
{
    public static readonly Version Oldest = new(10, 0, 7);

    public static void Hold(Version runtime)
    {
        if (runtime < Oldest)
            throw new SettingProblem(
                string.Format(
                    CultureInfo.CurrentCulture,
                    Commands.Texts.RuntimeTooOld,
                    runtime,
                    Oldest
                )
            );
    }
}
