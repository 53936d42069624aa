using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Web.Tests.Partnerships;

/// <summary>Nusrat's community is a partner of The Foundation for a year; Marie is its staff.</summary>
internal static class GivenPartner
{
    /// <param name="program">Another text than the file of the PSF.</param>
    public static async Task<(Visitor Marie, Visitor Nusrat, string Code)> PartnerAsync(
        this BanyanHost host,
        string? program = null
    )
    {
        var marie = await host.MarieAsync(program: program);
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        var code = await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());
        return (marie, await host.SignedInAsync(World.Nusrat.Address), code);
    }
}
