using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Banyan.Testing;

/// <summary>What the host logged, in place of the console.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> all = new();

    public IReadOnlyList<LogLine> All => [.. all];

    /// <summary>Lines of warnings and worse; a healthy test leaves none.</summary>
    public IReadOnlyList<LogLine> Bad => [.. all.Where(line => line.Level >= LogLevel.Warning)];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, all);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> all) : ILogger
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
            if (IsEnabled(logLevel))
                all.Enqueue(
                    new LogLine(logLevel, category, formatter(state, exception), exception)
                );
        }
    }
}

public sealed record LogLine(LogLevel Level, string Category, string Text, Exception? Problem);
