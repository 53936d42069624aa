using System.Net;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>Lets a fetcher try each case, and counts at the other end where it came through.</summary>
internal static class Trial
{
    /// <returns>The cases that led to a forbidden connection, with the place.</returns>
    public static async Task<List<(Case Case, IPEndPoint Place)>> RunAsync(
        EveryAddress world,
        IEnumerable<Case> cases,
        Func<string, Task> fetch
    )
    {
        var caught = new List<(Case, IPEndPoint)>();
        foreach (var one in cases)
        {
            var before = world.Forbidden.Count;
            await fetch(one.Address);
            caught.AddRange(world.Forbidden.Skip(before).Select(place => (one, place)));
        }
        return caught;
    }
}
