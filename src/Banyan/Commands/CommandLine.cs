using System.CommandLine;

namespace Banyan.Commands;

/// <summary>The table of contents of the command line. Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (words, settings) = SettingArguments.Split(args);
        var parsed = Root(settings).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(Texts.SeeHelp);
            return WrongUsage;
        }
        try
        {
            // The host listens for SIGINT and SIGTERM itself.
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    ProcessTerminationTimeout = null,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (SettingProblem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Refused;
        }
#pragma warning disable CA1031 // the last place that can say it; the trace is for who asks for help
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{problem}");
            return Refused;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand(Texts.Root)
        {
            ServeCommand.Make(settings),
            DemoCommand.Make(settings),
            AdminCommand.Make(settings),
            ProgramCommand.Make(settings),
            ImportCommand.Make(settings),
            MigrateCommand.Make(settings),
            KeysCommand.Make(settings),
            DoctorCommand.Make(settings),
            MailCommand.Make(settings),
        };
        root.SetAction((_, ct) => ServeCommand.RunAsync(settings, ct));
        return root;
    }
}
