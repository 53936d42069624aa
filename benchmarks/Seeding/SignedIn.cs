using Banyan.Testing;

namespace Banyan.Benchmarks.Seeding;

/// <summary>Signing in as people do: the address, the code from the mail, the cookie.</summary>
internal static class SignedIn
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>What the browser sends from then on.</summary>
    public static async Task<string> CookieAsync(Uri site, string outbox, Character who)
    {
        using var visitor = new Visitor(site);
        var mailbox = new Mailbox(outbox);
        var before = mailbox.To(who.Address).Count;
        await visitor.Visit("/sign-in");
        await visitor.Fill("email", who.Address).Press("Send me a code");
        await visitor.Fill("code", await CodeAsync(mailbox, who, before)).Press("Sign in");
        await visitor.Visit("/me");
        if (visitor.Path != "/me")
            throw new InvalidOperationException($"{who.Name} could not sign in: {visitor.Text}");
        return visitor.Cookies.Header;
    }

    private static async Task<string> CodeAsync(Mailbox mailbox, Character who, int before)
    {
        var until = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        while (mailbox.To(who.Address).Count == before)
        {
            if (Environment.TickCount64 > until)
                throw new InvalidOperationException($"No mail came to {who.Name}.");
            await Task.Delay(50);
        }
        return mailbox.CodeFor(who.Address);
    }
}
