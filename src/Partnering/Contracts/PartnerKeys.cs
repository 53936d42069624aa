using System.Linq.Expressions;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Banyan.Partnering.Contracts;

/// <summary>Foreign keys from other rooms' tables to ours, without showing them our classes.</summary>
public static class PartnerKeys
{
    public static void LinksToPartnership<T>(
        this EntityTypeBuilder<T> row,
        Expression<Func<T, object?>> key
    )
        where T : class =>
        row.HasOne<Partnership>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
