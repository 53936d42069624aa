using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Review.Data;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Partnering;

/// <summary>How communities become partners: programs, applications, review, decisions, partnerships.</summary>
public sealed class PartneringModule : Module
{
    public override string Name => "Partnering";

    public override IEnumerable<Permission> Permissions => CasePermissions.All;

    public override IEnumerable<ConstraintRefusal> Constraints =>
        [.. ApplicationModel.Constraints, .. ReviewModel.Constraints];

    public override void Model(ModelBuilder model)
    {
        ProgramData.Configure(model);
        ApplicationModel.Configure(model);
        ReviewModel.Configure(model);
    }
}
