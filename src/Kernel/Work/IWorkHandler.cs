using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Kernel.Work;

/// <summary>Does one kind of work. It may run more than once for one item, so it asks first whether its cause still holds; a commit inside it also marks the item done.</summary>
public interface IWorkHandler
{
    Task HandleAsync(WorkItem item, CancellationToken ct);
}

/// <summary>Which handler does which kind.</summary>
public sealed record WorkKind(string Kind, Type Handler);

public static class WorkRegistration
{
    public static IServiceCollection AddWork<THandler>(
        this IServiceCollection services,
        string kind
    )
        where THandler : class, IWorkHandler =>
        services.AddScoped<THandler>().AddSingleton(new WorkKind(kind, typeof(THandler)));
}
