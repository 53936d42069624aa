using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Banyan.Security.Tests.Museum.Log;

/// <summary>What would stand on standard output: written by the formatter that the settings of the site name.</summary>
internal sealed class JsonLines(
    IEnumerable<ConsoleFormatter> formatters,
    IOptions<ConsoleLoggerOptions> options
) : ILoggerProvider
{
    private readonly ConsoleFormatter formatter = formatters.Single(known =>
        known.Name == options.Value.FormatterName
    );
    private readonly StringWriter written = new(CultureInfo.InvariantCulture);

    public int Events { get; private set; }

    public string Written
    {
        get
        {
            lock (written)
                return written.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() => written.Dispose();

    /// <summary>What is wrong with it: not one line for each event, a line that is no JSON or has no time in UTC, or a sign that a terminal or a reader of lines would obey.</summary>
    public static IEnumerable<string> Problems(string written, int events)
    {
        var lines = written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length != events)
            yield return $"{lines.Length} lines for {events} events";
        foreach (var sign in written.Where(sign => sign != '\n' && IsObeyed(sign)).Distinct())
            yield return $"U+{(int)sign:X4}";
        foreach (var line in lines)
            if (!IsEvent(line))
                yield return $"no event: {line}";
    }

    private static bool IsObeyed(char sign) =>
        char.IsControl(sign)
        || CharUnicodeInfo.GetUnicodeCategory(sign)
            is UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format;

    private static bool IsEvent(string line)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            return new[] { "Timestamp", "LogLevel", "Category", "Message" }.All(name =>
                    read.RootElement.TryGetProperty(name, out var value)
                    && value.ValueKind == JsonValueKind.String
                )
                && DateTimeOffset.TryParseExact(
                    read.RootElement.GetProperty("Timestamp").GetString(),
                    "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out _
                );
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Logger(JsonLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
                return;
            var entry = new LogEntry<TState>(
                logLevel,
                category,
                eventId,
                state,
                exception,
                formatter
            );
            lock (lines.written)
            {
                lines.formatter.Write(entry, null, lines.written);
                lines.Events++;
            }
        }
    }
}
