using Banyan.Testing;

namespace Banyan.Security.Tests.SignIn;

/// <summary>The way in, as a person goes it.</summary>
internal static class Entering
{
    public const string Cookie = "banyan";

    public static async Task<Visitor> AskAsync(this Visitor visitor, string address)
    {
        await visitor.Visit("/sign-in");
        visitor.Fill("email", address);
        return await visitor.Press("Send me a code");
    }

    public static async Task<Visitor> EnterAsync(
        this Visitor visitor,
        BanyanHost host,
        string address,
        string? arrivesAt = null
    )
    {
        await visitor.AskAsync(address);
        visitor.Fill("code", await host.CodeForAsync(arrivesAt ?? address));
        return await visitor.Press("Sign in");
    }

    public static Task<Visitor> EnteredAsync(this BanyanHost host, string address) =>
        host.NewVisitor().EnterAsync(host, address);

    public static async Task<bool> IsInAsync(this Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/me");
        return (int)answer.StatusCode == 200;
    }
}
