using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Membership;

/// <summary>The ways in, as people go them.</summary>
internal static class Comings
{
    public const string Cookie = "banyan";

    /// <summary>What went wrong in the host.</summary>
    public static IReadOnlyList<LogLine> Trouble(this BanyanHost host) => [.. host.Log.Bad];

    /// <summary>Asks for a code for this address, on the page.</summary>
    public static async Task<Visitor> AskAsync(this Visitor visitor, string address)
    {
        await visitor.Visit("/sign-in");
        visitor.Fill("E-mail address", address);
        return await visitor.Press("Send me a code");
    }

    public static async Task<Visitor> TypeCodeAsync(this Visitor visitor, string code)
    {
        visitor.Fill("Code from the mail", code);
        return await visitor.Press("Sign in");
    }

    public static async Task<Visitor> SignedInAsync(this BanyanHost host, string address)
    {
        var visitor = host.NewVisitor();
        await visitor.AskAsync(address);
        return await visitor.TypeCodeAsync(await host.CodeForAsync(address));
    }

    public static Task<string?> SetupAddressAsync(this BanyanHost host) =>
        host.DbAsync(db =>
            FirstOwner.AddressAsync(
                db,
                host.Services.GetRequiredService<SiteAddress>(),
                host.Clock,
                TestContext.Current.CancellationToken
            )
        );

    /// <summary>Marie sets up the site and is the owner of the foundation.</summary>
    public static async Task<Visitor> OwnerAsync(this BanyanHost host)
    {
        var visitor = host.NewVisitor();
        await visitor.Visit((await host.SetupAddressAsync())!);
        visitor
            .Fill("Your name", World.Marie.Name)
            .Fill("Your e-mail address", World.Marie.Address)
            .Fill("Name of the organisation", "The Foundation");
        return await visitor.Press("Set up");
    }

    public static async Task<bool> IsSignedInAsync(this Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/me");
        return (int)answer.StatusCode == 200;
    }
}
