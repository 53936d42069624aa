using Microsoft.Extensions.Logging.Console;

namespace Banyan.Commands;

/// <summary>The site as commands use it: not listening, no worker, and only warnings, which go to standard error.</summary>
internal static class QuietSite
{
    public static WebApplication Build(string[] settings) =>
        Site.Build(
            [.. settings, "--Banyan:Worker=false"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddConsole(console =>
                {
                    console.LogToStandardErrorThreshold = LogLevel.Trace;
                    console.FormatterName = ConsoleFormatterNames.Simple;
                });
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );
}
