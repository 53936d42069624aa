using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Banyan.Kernel.Web;

/// <summary>How many forms of people who have not signed in one network may send in a minute; who sends more gets 429 and when to come back.</summary>
public static partial class FormLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // However many networks come, no more counters than these; two that share one are told apart by nobody.
    private const int Counters = 1 << 16;

    /// <param name="perMinute">0: no limit.</param>
    public static IServiceCollection AddFormLimit(
        this IServiceCollection services,
        int perMinute
    ) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
            if (perMinute > 0)
                options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(context =>
                    Counts(context)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            CounterOf(context.Connection.RemoteIpAddress),
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = perMinute,
                                Window = Window,
                            }
                        )
                        : RateLimitPartition.GetNoLimiter(-1)
                );
        });

    public static void UseFormLimit(this IApplicationBuilder app) => app.UseRateLimiter();

    /// <summary>What one subscriber has: the address of IPv4, 64 bits of IPv6. Taken from the connection, never from a header.</summary>
    internal static IPAddress SenderOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }

    // A browser that holds a draft without a proven address got its session for one form.
    private static bool Counts(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.RequestServices.GetRequiredService<ViewerHolder>().Viewer.Person is null;

    // The hash is another one in each process, so nobody can choose whose counter to fill.
    private static int CounterOf(IPAddress? address) =>
        address is null
            ? 0
            : SenderOf(address).ToString().GetHashCode(StringComparison.Ordinal) & (Counters - 1);

    private static ValueTask SayWhen(OnRejectedContext context, CancellationToken ct)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(
                    1,
                    (int)Math.Ceiling(wait.TotalSeconds)
                )
                .ToString(CultureInfo.InvariantCulture);
        var request = context.HttpContext;
        TooMany(
            request.RequestServices.GetRequiredService<ILogger<SafeRequests>>(),
            SafeRequests.Place(request.Request.Path),
            Network.Of(request.Connection.RemoteIpAddress)
        );
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "too many forms: {Place} from {Network}")]
    private static partial void TooMany(ILogger log, string place, string network);
}
