using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.BadInput;

/// <summary>Sends one form with bytes as they are.</summary>
internal sealed class RawSender(MatrixWorld world, FoundForm form) : IDisposable
{
    private readonly Visitor visitor = world.Host.NewVisitor();

    /// <summary>The form as it was filled in, but for these fields.</summary>
    public Task SendAsync(Judged judged, params IReadOnlyList<(string Name, string Sent)> nasty)
    {
        var names = nasty.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return SendWholeAsync(
            judged,
            string.Join(
                '&',
                form.Fields.Where(field => !names.Contains(field.Name))
                    .Select(field => (field.Name, Sent: Uri.EscapeDataString(field.Value)))
                    .Concat(nasty)
                    .Select(field => $"{Uri.EscapeDataString(field.Name)}={field.Sent}")
            )
        );
    }

    public async Task SendWholeAsync(Judged judged, string body)
    {
        visitor.Cookies.Clear();
        var session = world.SessionOf(form.Persona);
        if (session is not null)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        judged.Look(
            await visitor.PostBodyAsync(form.Action, $"_form={session?.FormToken}&{body}"),
            $"{form}: {body}"
        );
    }

    public void Dispose() => visitor.Dispose();
}
