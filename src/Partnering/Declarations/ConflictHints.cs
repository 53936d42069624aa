using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Declarations.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering.Declarations;

/// <summary>What is known and might be a conflict of interest. Shown to the member alone while they declare; a hint never decides.</summary>
internal sealed class ConflictHints(BanyanDb db)
{
    /// <summary>Addresses of these say nothing about a person's surroundings.</summary>
    private static readonly HashSet<string> s_commonMail = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "proton.me",
        "protonmail.com",
        "gmx.net",
        "gmx.de",
        "web.de",
        "mail.ru",
        "yandex.ru",
        "qq.com",
        "163.com",
        "fastmail.com",
        "zoho.com",
        "aol.com",
    };

    public async Task<IReadOnlyList<string>> OfAsync(
        Application application,
        string place,
        PersonId person,
        CancellationToken ct
    )
    {
        var hints = new List<string>();
        var mine = await MineAsync(person, ct);
        if (mine.Any(community => community.Id == application.Community))
            hints.Add(
                Texts.HintSameCommunity.With(
                    mine.First(community => community.Id == application.Community).Name
                )
            );
        if (await SameDomainAsync(application, person, ct) is { } domain)
            hints.Add(Texts.HintSameMailDomain.With(domain));
        if (await RecusedBeforeAsync(application, person, ct) is { } earlier)
            hints.Add(Texts.HintRecusedBefore.With(earlier));
        if (
            mine.FirstOrDefault(community =>
                community.Id != application.Community && SameCity(community.Place, place)
            ) is
            { } neighbour
        )
            hints.Add(Texts.HintSameCity.With(neighbour.Name, neighbour.Place));
        return hints;
    }

    private Task<List<CommunityFacts>> MineAsync(PersonId person, CancellationToken ct)
    {
        var roles = db.CommunityRoleFacts.Where(role => role.Person == person);
        return db
            .CommunityFacts.Where(community => roles.Any(role => role.Community == community.Id))
            .ToListAsync(ct);
    }

    private async Task<string?> SameDomainAsync(
        Application application,
        PersonId person,
        CancellationToken ct
    )
    {
        var id = application.Id;
        var addresses = await db.Set<Applicant>()
            .Where(applicant => applicant.Application == id)
            .Select(applicant => applicant.EmailKey)
            .ToListAsync(ct);
        var own = await db
            .PersonFacts.Where(facts => facts.Id == person)
            .Select(facts => facts.Email)
            .SingleAsync(ct);
        var domain = DomainOf(own);
        return
            !s_commonMail.Contains(domain)
            && addresses.Any(address =>
                string.Equals(DomainOf(address), domain, StringComparison.OrdinalIgnoreCase)
            )
            ? domain
            : null;
    }

    /// <summary>The reference of an earlier case of the same community from which the person stepped aside.</summary>
    private Task<string?> RecusedBeforeAsync(
        Application application,
        PersonId person,
        CancellationToken ct
    )
    {
        if (application.Community is not { } community)
            return Task.FromResult<string?>(null);
        var id = application.Id;
        var recusals = db.Declarations.Where(d => d.Person == person && !d.Votes);
        return db
            .Applications.Where(a =>
                a.Community == community && a.Id != id && recusals.Any(d => d.Application == a.Id)
            )
            .OrderByDescending(a => a.SubmittedAt)
            .Select(a => a.Reference)
            .FirstOrDefaultAsync(ct);
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    // Places are as people write them; the city comes first.
    private static bool SameCity(string one, string other) =>
        CityOf(one) is { Length: > 2 } city
        && string.Equals(city, CityOf(other), StringComparison.OrdinalIgnoreCase);

    private static string CityOf(string place) => place.Split(',', 2)[0].Trim();
}
