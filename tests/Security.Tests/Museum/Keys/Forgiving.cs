using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Banyan.Security.Tests.Museum.Keys;

/// <summary>A fault made on purpose: a key that is nearly right is taken for the right one.</summary>
internal sealed class Forgiving : IStartupFilter
{
    public string? Right { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, rest) =>
                {
                    var request = context.Request;
                    request.Headers.Cookie = Mended(request.Headers.Cookie.ToString());
                    request.Path = new PathString(Mended(request.Path.Value ?? "/"));
                    return rest(context);
                }
            );
            next(app);
        };

    private string Mended(string text)
    {
        for (var at = 0; Right is not null && at + Right.Length <= text.Length; at++)
            if (
                text.AsSpan(at, Right.Length)
                    .ToArray()
                    .Zip(Right)
                    .Count(pair => pair.First != pair.Second) == 1
            )
                return $"{text[..at]}{Right}{text[(at + Right.Length)..]}";
        return text;
    }
}
