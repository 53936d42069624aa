using System.Globalization;
using System.Text;
using Banyan.Kernel.Text;
using NodaTime;
using NodaTime.Text;

namespace Banyan.Membership.Organisations.Domain;

/// <summary>Days as people paste them: lines of "2027-02-21, Language Day", or a calendar file (RFC 5545) with events that take whole days. All of it reads, or the lines that do not are named.</summary>
internal sealed record HolidayList(
    IReadOnlyList<NamedDay> Days,
    IReadOnlyList<HolidayProblem> Problems
)
{
    public const int MostLines = 5000;

    /// <summary>Of one event; a longer one is hardly a holiday.</summary>
    private const int MostDays = 31;
    private static readonly LocalDatePattern Basic = LocalDatePattern.CreateWithInvariantCulture(
        "uuuuMMdd"
    );

    public static HolidayList Read(string pasted)
    {
        var text = Typed.Clean(pasted).TrimStart('\uFEFF', ' ', '\n');
        var lines = text.Split('\n');
        if (lines.Length > MostLines)
            return new([], [new(MostLines, Texts.HolidayTooLong)]);
        var days = new List<NamedDay>();
        var problems = new List<HolidayProblem>();
        if (text.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            ReadCalendar(lines, days, problems);
        else
            ReadLines(lines, days, problems);
        if (days.Count == 0 && problems.Count == 0)
            problems.Add(new(1, Texts.HolidayNothing));
        return new(
            problems.Count > 0 ? [] : [.. days.DistinctBy(day => day.Day).OrderBy(day => day.Day)],
            problems
        );
    }

    private static void ReadLines(
        string[] lines,
        List<NamedDay> days,
        List<HolidayProblem> problems
    )
    {
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0)
                continue;
            var parts = line.Split([',', ';', '\t'], 2);
            var day = LocalDatePattern.Iso.Parse(Bare(parts[0]));
            var name = parts.Length == 2 ? Typed.OneLine(Bare(parts[1])) : "";
            if (!day.Success && days.Count == 0 && number == 1 && !parts[0].Any(char.IsAsciiDigit))
                continue; // The names of the columns.
            if (!day.Success)
                problems.Add(new(number, Texts.HolidayNeedsDay));
            else if (name.Length is 0 or > Holiday.LongestName)
                problems.Add(new(number, Texts.HolidayNeedsName));
            else
                days.Add(new NamedDay(day.Value, name));
        }
    }

    private static string Bare(string cell)
    {
        var bare = cell.Trim();
        return bare is ['"', _, .., '"']
            ? bare[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : bare;
    }

    private static void ReadCalendar(
        string[] lines,
        List<NamedDay> days,
        List<HolidayProblem> problems
    )
    {
        CalendarEvent? open = null;
        string? within = null;
        foreach (var (number, line) in Unfolded(lines))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var key = line[..colon];
            var name = key.Split(';')[0].ToUpperInvariant();
            var value = line[(colon + 1)..].Trim();
            // What an event holds, such as an alarm, has its own name and duration.
            if (within is not null)
                within =
                    name == "END" && value.Equals(within, StringComparison.OrdinalIgnoreCase)
                        ? null
                        : within;
            else if (name == "BEGIN" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase))
                open = new CalendarEvent(number);
            else if (name == "END" && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                open?.Close(days, problems);
                open = null;
            }
            else if (name == "BEGIN" && open is not null)
                within = value;
            else
                open?.Take(number, name, value);
        }
        if (open is not null)
            problems.Add(new(open.Line, Texts.HolidayCutOff));
    }

    /// <summary>A line that begins with white space goes on with the one before (RFC 5545, 3.1).</summary>
    private static IEnumerable<(int Number, string Line)> Unfolded(string[] lines)
    {
        var begun = 0;
        var held = new StringBuilder();
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (begun > 0 && line is [' ' or '\t', ..])
            {
                held.Append(line, 1, line.Length - 1);
                continue;
            }
            if (begun > 0)
                yield return (begun, $"{held}");
            begun = number;
            held.Clear().Append(line);
        }
        if (begun > 0)
            yield return (begun, $"{held}");
    }

    private sealed class CalendarEvent(int line)
    {
        private LocalDate? from;
        private LocalDate? until;
        private long? lasts;
        private string name = "";
        private HolidayProblem? problem;

        public int Line => line;

        public void Take(int number, string key, string value)
        {
            switch (key)
            {
                case "DTSTART":
                    from = Day(number, value);
                    break;
                case "DTEND":
                    until = Day(number, value);
                    break;
                case "DURATION":
                    lasts = WholeDays(number, value);
                    break;
                case "SUMMARY":
                    name = Typed.OneLine(
                        value
                            .Replace("\\n", " ", StringComparison.OrdinalIgnoreCase)
                            .Replace("\\,", ",", StringComparison.Ordinal)
                            .Replace("\\;", ";", StringComparison.Ordinal)
                            .Replace("\\\\", "\\", StringComparison.Ordinal)
                    );
                    break;
                case "RRULE" or "RDATE":
                    problem ??= new(number, Texts.HolidayRepeats);
                    break;
                default:
                    break;
            }
        }

        public void Close(List<NamedDay> days, List<HolidayProblem> problems)
        {
            if (problem is null && from is null)
                problem = new(line, Texts.HolidayNeedsDay);
            if (problem is null && name.Length is 0 or > Holiday.LongestName)
                problem = new(line, Texts.HolidayNeedsName);
            if (problem is not null)
            {
                problems.Add(problem);
                return;
            }
            // The end is the day after the last.
            var count = until is { } end ? Period.DaysBetween(from!.Value, end) : lasts ?? 1;
            if (count is < 1 or > MostDays)
                problems.Add(new(line, Texts.HolidayTooManyDays));
            else
                days.AddRange(
                    Enumerable
                        .Range(0, (int)count)
                        .Select(day => new NamedDay(from!.Value.PlusDays(day), name))
                );
        }

        /// <summary>RFC 5545, 3.3.6: whole days or weeks.</summary>
        private long? WholeDays(int number, string value)
        {
            var length = value.ToUpperInvariant().TrimStart('+');
            if (
                length is ['P', .. var count, ('D' or 'W') and var unit]
                && int.TryParse(
                    count,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var counted
                )
            )
                return unit == 'W' ? 7L * counted : counted;
            problem ??= new(number, Texts.HolidayNotWholeDay);
            return null;
        }

        private LocalDate? Day(int number, string value)
        {
            if (Basic.Parse(value) is { Success: true, Value: var day })
                return day;
            problem ??= new(number, Texts.HolidayNotWholeDay);
            return null;
        }
    }
}

/// <param name="Line">Counted from 1.</param>
internal sealed record HolidayProblem(int Line, string Words)
{
    public string Sentence =>
        string.Format(CultureInfo.CurrentCulture, Texts.HolidayLine, Line, Words);
}
