using Banyan.Kernel.Access;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Data;

internal static class ProgramQueries
{
    /// <summary>The programs of the organisations in which the viewer holds the permission.</summary>
    public static IQueryable<PartnerProgram> EditedBy(
        this IQueryable<PartnerProgram> programs,
        Viewer viewer,
        string permission
    )
    {
        var organisations = viewer.OrganisationsWhere(permission);
        return programs.Where(program => organisations.Contains(program.Organisation));
    }
}
