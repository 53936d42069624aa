using System.Linq.Expressions;
using Banyan.Membership.Communities.Domain;
using Banyan.Membership.Organisations.Domain;
using Banyan.Membership.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Banyan.Membership.Contracts;

/// <summary>Foreign keys from other rooms' tables to ours, without showing them our classes.</summary>
public static class Links
{
    public static void LinksToOrganisation<T>(
        this EntityTypeBuilder<T> row,
        Expression<Func<T, object?>> key
    )
        where T : class =>
        row.HasOne<Organisation>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    public static void LinksToPerson<T>(
        this EntityTypeBuilder<T> row,
        Expression<Func<T, object?>> key
    )
        where T : class =>
        row.HasOne<Person>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    public static void LinksToCommunity<T>(
        this EntityTypeBuilder<T> row,
        Expression<Func<T, object?>> key
    )
        where T : class =>
        row.HasOne<Community>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
