using System.CommandLine;
using Banyan.Demo;
using NodaTime;

namespace Banyan.Commands;

/// <summary><c>banyan demo</c>: a site with people and cases, to look around in.</summary>
internal static class DemoCommand
{
    public static Command Make(string[] settings)
    {
        var fresh = new Option<bool>("--fresh") { Description = Texts.DemoFresh };
        var command = new Command("demo", Texts.Demo) { fresh };
        command.SetAction((parsed, ct) => RunAsync(settings, parsed.GetValue(fresh), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, bool fresh, CancellationToken ct)
    {
        var clock = new DemoClock();
        // Letters of the demo never leave for a mail server, whatever the environment says. Its log is read by people.
        string[] demo =
        [
            "--Logging:Console:FormatterName=simple",
            .. settings,
            "--Banyan:Demo=true",
            "--Banyan:Mail=",
        ];
        await using (
            var stage = Site.Build(
                [.. demo, "--Banyan:Worker=false"],
                builder => builder.Services.AddSingleton<IClock>(clock)
            )
        )
        {
            var result = await new Demonstration(stage.Services, clock).LoadAsync(fresh, ct);
            if (result == DemoResult.NotOurs)
            {
                await Console.Error.WriteLineAsync(Texts.DemoNotOurs);
                return CommandLine.Refused;
            }
            await Console.Out.WriteLineAsync(
                result == DemoResult.Loaded ? Texts.DemoLoaded : Texts.DemoAlready
            );
            foreach (var member in Cast.All)
                await Console.Out.WriteLineAsync(
                    $"  {member.Email, -24} {member.Name}, {Part(member)}"
                );
        }
        return await ServeCommand.RunAsync(demo, ct);
    }

    private static string Part(CastMember member) =>
        Cast.Owners.Contains(member) ? Texts.PartOwner
        : Cast.Staff.Contains(member) ? Texts.PartStaff
        : Cast.WorkGroup.Contains(member) ? Texts.PartWorkGroup
        : Cast.Board.Contains(member) ? Texts.PartBoard
        : Texts.PartOrganiser;
}
