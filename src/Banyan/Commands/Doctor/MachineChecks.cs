using System.Globalization;
using Banyan.Kernel.Domain;
using NodaTime;

namespace Banyan.Commands.Doctor;

/// <summary>What the machine has to bring: the runtime, the words of languages, a folder to write to, a clock.</summary>
internal static class MachineChecks
{
    // No clock of a running site can stand before this program was written.
    private static readonly Instant Earliest = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static IEnumerable<Finding> All(Settings settings) =>
        [Runtime(), Languages(), Folder(settings.Data), Clock()];

    private static Finding Runtime() =>
        Environment.Version >= RuntimeFloor.Oldest
            ? Finding.Fine("runtime", $".NET {Environment.Version}")
            : new Finding(
                Colour.Red,
                "runtime",
                $".NET {Environment.Version}",
                Finding.Fill(Texts.RuntimeRemedy, RuntimeFloor.Oldest)
            );

    // Without ICU every culture quietly speaks the invariant one, with months called M01.
    private static Finding Languages()
    {
        var may = CultureInfo.GetCultureInfo("de").DateTimeFormat.GetMonthName(5);
        return may == "Mai"
            ? Finding.Fine("languages", Texts.LanguagesFine)
            : new Finding(Colour.Red, "languages", Texts.LanguagesMissing, Texts.LanguagesRemedy);
    }

    private static Finding Folder(string data)
    {
        try
        {
            if (!Directory.Exists(data))
                return new Finding(Colour.Amber, "data folder", data, Texts.FolderLater);
            var probe = Path.Combine(data, $".doctor-{Guid.NewGuid():n}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Fine("data folder", data);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Finding(Colour.Red, "data folder", problem.Message, Texts.FolderRemedy);
        }
    }

    private static Finding Clock()
    {
        var now = new MillisecondClock().GetCurrentInstant();
        return now >= Earliest
            ? Finding.Fine("clock", $"{now}")
            : new Finding(Colour.Red, "clock", $"{now}", Texts.ClockRemedy);
    }
}
