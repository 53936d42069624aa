using Banyan.Security.Tests.Matrix;
using Banyan.Testing;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>Sends the forms of a world in which nothing stays written, and tells what each would have done.</summary>
internal sealed class Sender : IDisposable
{
    private readonly MatrixWorld world;
    private readonly RolledBack rolled;
    private readonly Visitor visitor;
    private readonly HashSet<string> before;
    private readonly IReadOnlySet<string> known;

    private Sender(MatrixWorld world, RolledBack rolled, IReadOnlyList<string> rows)
    {
        (this.world, this.rolled) = (world, rolled);
        visitor = world.Host.NewVisitor();
        before = rows.ToHashSet(StringComparer.Ordinal);
        known = Effect.KnownIn(rows);
    }

    public static async Task<Sender> InAsync(MatrixWorld world, RolledBack rolled)
    {
        var rows = await world.Host.DbAsync(db => DatabaseState.RowsAsync(db));
        rolled.On = true;
        return new Sender(world, rolled, rows);
    }

    public async Task<Effect> SendAsync(
        FoundForm form,
        params IEnumerable<(string Name, string Value)> further
    )
    {
        visitor.Cookies.Clear();
        var session = world.SessionOf(form.Persona);
        if (session is not null)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        rolled.Written = null;
        using var response = await visitor.PostAsync(
            form.Action,
            [.. form.Fields, .. further, ("_form", session?.FormToken ?? "")]
        );
        return Effect.Of((int)response.StatusCode, rolled.Written, before, known);
    }

    public async Task<bool> WritesAsync(FoundForm form) => (await SendAsync(form)).Wrote;

    /// <param name="token">What the form carries for its session's token; null: no such field.</param>
    /// <param name="origin">From where it comes; null: from this site.</param>
    public async Task<Effect> ForgeAsync(FoundForm form, string? token, string? origin)
    {
        visitor.Cookies.Clear();
        if (world.SessionOf(form.Persona) is { } session)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        rolled.Written = null;
        var fields = token is null ? form.Fields : [.. form.Fields, ("_form", token)];
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(world.Host.BaseUrl, form.Action)
        );
        request.Headers.Add(
            "Origin",
            origin ?? world.Host.BaseUrl.GetLeftPart(UriPartial.Authority)
        );
        request.Content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        using var response = await visitor.SendAsync(request);
        return Effect.Of((int)response.StatusCode, rolled.Written, before, known);
    }

    /// <summary>Nothing of all that stayed.</summary>
    public async Task<bool> IsAsBeforeAsync() =>
        before.SetEquals(await world.Host.DbAsync(db => DatabaseState.RowsAsync(db)));

    public void Dispose() => visitor.Dispose();
}
