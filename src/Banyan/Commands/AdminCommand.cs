using System.CommandLine;
using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using NodaTime;

namespace Banyan.Commands;

/// <summary><c>banyan admin invite</c>: gives an organisation an owner from the server's own prompt, where nobody on the site can.</summary>
internal static class AdminCommand
{
    public static Command Make(string[] settings) => new("admin", Texts.Admin) { Invite(settings) };

    private static Command Invite(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = Texts.AdminEmail };
        var organisation = new Option<string?>("--organisation")
        {
            Description = Texts.AdminOrganisation,
        };
        var command = new Command("invite", Texts.AdminInvite) { email, organisation };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(
                    settings,
                    parsed.GetRequiredValue(email),
                    parsed.GetValue(organisation),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] settings,
        string typed,
        string? organisation,
        CancellationToken ct
    )
    {
        if (!EmailAddress.TryParse(typed, out var address, out _))
        {
            await Console.Error.WriteLineAsync(Say(Texts.AdminEmailBad, typed));
            return CommandLine.WrongUsage;
        }
        await using var app = QuietSite.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await DatabaseStart.PrepareAsync(services.GetRequiredService<BanyanDb>(), ct);
        var invited = await services
            .GetRequiredService<OwnerInvitations>()
            .InviteAsync(
                address,
                organisation,
                services.GetRequiredService<IClock>().GetCurrentInstant(),
                ct
            );
        if (invited.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLine.Refused;
        }
        await Console.Out.WriteLineAsync(
            Say(
                invited.Changed ? Texts.AdminInvited : Texts.AdminSame,
                address,
                invited.Organisation
            )
        );
        return CommandLine.Done;
    }

    private static string Say(string words, params object?[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
