namespace Banyan.Testing.Walks;

/// <summary>Signing in, on whatever page asks for it.</summary>
public static class SigningIn
{
    public static async Task SignInAsync(this IWalker walker, BanyanHost host, string address)
    {
        await walker.FillAsync("email", address);
        await walker.PressAsync("Send me a code");
        await walker.FillAsync("code", await host.CodeForAsync(address));
        await walker.PressAsync("Sign in");
    }
}
