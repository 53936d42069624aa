using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Communities.Data;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Data;
using Banyan.Membership.People;
using Banyan.Membership.People.Data;
using Banyan.Membership.Setup;
using Banyan.Membership.Setup.Data;
using Banyan.Membership.Teams;
using Banyan.Membership.Teams.Data;
using Banyan.Membership.Teams.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Membership;

/// <summary>Who we are: organisations, people, sessions, teams, communities. The host registers <see cref="MembershipOptions"/>.</summary>
public sealed class MembershipModule : Module
{
    public override string Name => "Membership";

    public override IEnumerable<Permission> Permissions => MembershipPermissions.All;

    public override IEnumerable<ConstraintRefusal> Constraints =>
        [
            new(OrganisationsModel.SlugIndex, () => Organisations.Domain.Refusals.SlugTaken),
            new(OrganisationsModel.HolidayIndex, () => Organisations.Domain.Refusals.HolidayThere),
            new(PeopleModel.EmailIndex, () => Kernel.Domain.Refusals.ChangedMeanwhile),
            new(PeopleModel.AddressPlaceIndex, () => Kernel.Domain.Refusals.ChangedMeanwhile),
            new(PeopleModel.NetworkPlaceIndex, () => Kernel.Domain.Refusals.ChangedMeanwhile),
            new(PeopleModel.UnsubscribeIndex, () => Kernel.Domain.Refusals.ChangedMeanwhile),
            new(TeamsModel.SlugIndex, () => Teams.Domain.Refusals.TeamSlugTaken),
            new(TeamsModel.ActiveIndex, () => Teams.Domain.Refusals.MemberAlready),
            new(CommunitiesModel.MemberKey, () => Kernel.Domain.Refusals.ChangedMeanwhile),
            // Nobody types it: made anew, it is another one.
            new(CommunitiesModel.SlugIndex, () => Kernel.Domain.Refusals.ChangedMeanwhile),
        ];

    public override IEnumerable<NavigationItem> Navigation =>
        [
            new(Teams.Texts.NavigationTeams, "/settings/teams", MembershipPermissions.ReadTeams),
            new(
                Organisations.Texts.NavigationOrganisation,
                Organisations.OrganisationLinks.Mine,
                MembershipPermissions.ChangeOrganisation
            ),
        ];

    public override void Model(ModelBuilder model)
    {
        OrganisationsModel.Configure(model);
        PeopleModel.Configure(model);
        TeamsModel.Configure(model);
        SetupModel.Configure(model);
        CommunitiesModel.Configure(model);
    }

    public override void Services(IServiceCollection services) =>
        services
            .AddSingleton<ShownCodes>()
            .AddScoped<Sessions>()
            .AddScoped(provider => new CodeMail(
                provider.GetRequiredService<BanyanDb>(),
                provider.GetRequiredService<SiteAddress>(),
                provider.GetRequiredService<Sessions>(),
                provider.GetRequiredService<ShownCodes>()
            ))
            .AddScoped<Organisations.OwnOrganisation>()
            .AddScoped<OrganisationDirectory>()
            .AddScoped<CommunityDirectory>()
            .AddScoped<OwnerInvitations>()
            .AddScoped<SetUp>()
            .AddScoped<SeatLetter>()
            .AddWork<KeepSeat>(SeatLook.Kind);

    public override void Use(IApplicationBuilder app) => app.UseMiddleware<SessionMiddleware>();

    public override IEnumerable<IQueryable<object>> Old(BanyanDb db, Instant now) =>
        [db.SignInCodes.OldAt(now), db.Sessions.OldAt(now)];

    public override Task ReturnSessionAsync(
        HttpContext context,
        Guid session,
        CancellationToken ct
    ) =>
        context
            .RequestServices.GetRequiredService<Sessions>()
            .ReturnAsync(
                context,
                session,
                context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant(),
                ct
            );
}
