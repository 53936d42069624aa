using Banyan.Kernel.Access;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;

namespace Banyan.Security.Tests.Headers;

/// <summary>One persona's questions to a site that is reached by HTTPS, through a proxy.</summary>
internal sealed class Ask(MatrixWorld world, Persona persona) : IDisposable
{
    private static readonly string[] WithBody = ["POST", "PUT", "PATCH", "DELETE"];
    private readonly Visitor visitor = world.Host.NewVisitor();

    public async Task<Heard> AtAsync(
        Door door,
        string method,
        string path,
        bool withToken = true,
        bool fromHere = true
    ) =>
        (
            await SendAsync(
                method,
                path,
                fromHere ? null : "https://elsewhere.example.org",
                [
                    .. Walk.Fields,
                    ("_form", withToken ? world.SessionOf(persona)?.FormToken ?? "" : "wrong"),
                ]
            )
        ).At(door.Page, door.Rule is PublicAttribute, world.SessionOf(persona) is not null);

    public async Task<Heard> SendAsync(
        string method,
        string path,
        string? origin = null,
        params IReadOnlyList<(string Name, string Value)> fields
    )
    {
        visitor.Cookies.Clear();
        if (world.SessionOf(persona) is { } session)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(world.Host.BaseUrl, path)
        );
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Origin", origin ?? $"https://{world.Host.BaseUrl.Authority}");
        request.Headers.Add("Sec-Fetch-Site", origin is null ? "same-origin" : "cross-site");
        if (WithBody.Contains(method))
            request.Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            );
        // A large form is refused before it is read; sent all the same, it would sometimes drown the answer.
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1_000_000;
        using var response = await visitor.SendAsync(request);
        return await Heard.OfAsync($"{method} {path} by {persona}", response) with
        {
            SignedIn = persona.IsSignedIn,
        };
    }

    public void Dispose() => visitor.Dispose();
}
