using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Security.Tests.Headers;

/// <summary>A fault made on purpose: one header leaves changed, or not at all.</summary>
internal sealed class Dropped : IStartupFilter
{
    public string? Name { get; set; }

    /// <summary>Null: the header is not there.</summary>
    public string? Value { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, rest) =>
                {
                    // The first that asks to be called is called last.
                    context.Response.OnStarting(() =>
                    {
                        if (Name is not null && Value is null)
                            context.Response.Headers.Remove(Name);
                        else if (Name is not null)
                            context.Response.Headers[Name] = Value;
                        return Task.CompletedTask;
                    });
                    await rest(context);
                }
            );
            next(app);
        };
}

/// <summary>A fault made on purpose: no query gets an answer.</summary>
internal sealed class Broken : DbCommandInterceptor
{
    public bool On { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) =>
        On
            ? throw new InvalidOperationException("Broken on purpose.")
            : ValueTask.FromResult(result);
}
