using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Banyan.Security.Tests.Smuggling;

/// <summary>Counts before anything else the requests that the web server takes for some, and says in each answer whose it is.</summary>
internal sealed class Counter : IStartupFilter
{
    public const string Header = "X-Answers";

    public ConcurrentQueue<string> Seen { get; } = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, rest) =>
                {
                    var what = $"{context.Request.Path}{context.Request.QueryString}";
                    Seen.Enqueue(what);
                    context.Response.Headers[Header] = what;
                    await rest(context);
                }
            );
            next(app);
        };
}
