using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Tags.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Review;

/// <summary>The cases of the queue, in its order: open ones by what is due first, else the oldest on top.</summary>
internal static class QueueQuery
{
    private const string Escape = "\\";

    /// <summary>The whole queue behind a place; the caller takes as many as fit on a page.</summary>
    public static IOrderedQueryable<Application> Queue(
        this BanyanDb db,
        Viewer viewer,
        QueueFilter filter,
        QueuePlace? after,
        Instant now
    )
    {
        // What a filter finds tells of the case, so of a case about which one has not declared it tells no more than its row.
        var cases = filter.AsksInside
            ? db.Applications.OnDeskOf(viewer)
            : db.Applications.ListedFor(viewer);
        // One organisation is what almost everybody has; its open cases lie in the index in this order.
        if (OrganisationsOf(viewer) is [var only])
            cases = cases.Where(a => a.Organisation == only);
        cases = db.Chosen(cases, viewer, filter, now);
#pragma warning disable CA1309 // compared by the database, which also sorts them
        if (filter.OpenOnly)
        {
            if (after is { At: var due, Reference: var last })
                cases = cases.Where(a =>
                    a.DueAt > due || a.DueAt == due && string.Compare(a.Reference, last) > 0
                );
            return cases.Where(a => a.DueAt != null).OrderBy(a => a.DueAt).ThenBy(a => a.Reference);
        }
        if (after is { At: var since, Reference: var latest })
            cases = cases.Where(a =>
                a.BallSince > since
                || a.BallSince == since && string.Compare(a.Reference, latest) > 0
            );
#pragma warning restore CA1309
        return cases.OrderBy(a => a.BallSince).ThenBy(a => a.Reference);
    }

    /// <summary>Where the viewer has a desk.</summary>
    public static IReadOnlyList<OrganisationId> OrganisationsOf(Viewer viewer) =>
        viewer.OrganisationsWhere(CasePermissions.Desk);

    private static IQueryable<Application> Chosen(
        this BanyanDb db,
        IQueryable<Application> cases,
        Viewer viewer,
        QueueFilter filter,
        Instant now
    )
    {
        if (filter.State is { } state)
            cases = cases.Where(a => a.State == state);
        if (filter.Program is { Length: > 0 } slug)
        {
            var programs = db.Programs.Where(program => program.Slug == slug);
            cases = cases.Where(a => programs.Any(program => program.Id == a.Program));
        }
        if (filter.Ball is { } ball)
            cases = cases.Where(a => a.Ball == ball);
        if (filter.Lead == QueueFilter.Nobody)
            cases = cases.Where(a => a.Lead == null);
        else if (filter.Lead.Length > 0)
        {
            var lead = filter.Lead == QueueFilter.Me ? viewer.Person : filter.Person;
            cases = cases.Where(a => a.Lead == lead);
        }
        if (filter.Tag is { Length: > 0 } word)
        {
            var tags = db.Tags.Where(tag => tag.Word == word);
            var staff = viewer.OrganisationsWhere(CasePermissions.Tag);
            cases = cases.Where(a =>
                staff.Contains(a.Organisation) && tags.Any(tag => tag.Application == a.Id)
            );
        }
        if (filter.Due is { } due)
        {
            var until = due switch
            {
                DueFilter.Late => now,
                DueFilter.Week => now + Duration.FromDays(7),
                DueFilter.Month => now + Duration.FromDays(30),
            };
            cases = cases.Where(a => a.DueAt < until);
        }
        return filter.Words.Length == 0 ? cases : db.Saying(cases, viewer, filter.Words);
    }

    /// <summary>In reference and title; staff finds it by the community's name too.</summary>
    private static IQueryable<Application> Saying(
        this BanyanDb db,
        IQueryable<Application> cases,
        Viewer viewer,
        string words
    )
    {
        var staff = viewer.OrganisationsWhere(CasePermissions.Read);
        var communities = db.CommunityFacts;
        var escaped = words
            .ToLowerInvariant()
            .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);
        var like = $"%{escaped}%";
#pragma warning disable CA1304, CA1311 // put into lower case by the database
        return cases.Where(a =>
            EF.Functions.Like(a.Reference.ToLower(), like, Escape)
            || EF.Functions.Like(a.Title.ToLower(), like, Escape)
            || staff.Contains(a.Organisation)
                && communities.Any(community =>
                    community.Id == a.Community
                    && EF.Functions.Like(community.Name.ToLower(), like, Escape)
                )
        );
#pragma warning restore CA1304, CA1311
    }
}
