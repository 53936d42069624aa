using Banyan.Kernel.Work;
using NodaTime;

namespace Banyan.Partnering.Credentials;

/// <summary>Makes the first key with which the site signs, once there is something to sign; looking at a page never makes one.</summary>
internal sealed class MakeSigningKey(SigningKeys keys) : IWorkHandler
{
    public const string Kind = "signing-key.make";

    public static WorkChange Plan(Instant now) =>
        new WorkChange.Plan(Kind, Kind, now, null, new { });

    public Task HandleAsync(WorkItem item, CancellationToken ct) => keys.EnsureAsync(ct);
}
