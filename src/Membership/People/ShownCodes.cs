using System.Collections.Concurrent;
using Banyan.Membership.Contracts;

namespace Banyan.Membership.People;

/// <summary>Remembers codes in memory so that their page can show them, in development and demo mode; elsewhere it remembers nothing.</summary>
internal sealed class ShownCodes(MembershipOptions options)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<Guid, string> codes = new();

    public void Keep(Guid ticket, string code)
    {
        if (!options.ShowCodes)
            return;
        if (codes.Count >= Most)
            codes.Clear();
        codes[ticket] = code;
    }

    public string? Of(Guid ticket) => codes.GetValueOrDefault(ticket);
}
