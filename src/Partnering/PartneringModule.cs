using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Absences;
using Banyan.Partnering.Absences.Data;
using Banyan.Partnering.Acknowledgements;
using Banyan.Partnering.Acknowledgements.Data;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Letters;
using Banyan.Partnering.Attachments;
using Banyan.Partnering.Attachments.Data;
using Banyan.Partnering.Ballots;
using Banyan.Partnering.Ballots.Data;
using Banyan.Partnering.Chairing;
using Banyan.Partnering.Checks;
using Banyan.Partnering.Checks.Data;
using Banyan.Partnering.Commitments;
using Banyan.Partnering.Commitments.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Credentials;
using Banyan.Partnering.Credentials.Data;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Declarations;
using Banyan.Partnering.Declarations.Data;
using Banyan.Partnering.Filters.Data;
using Banyan.Partnering.Importing;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Leaving;
using Banyan.Partnering.Mails;
using Banyan.Partnering.Notices;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Editing;
using Banyan.Partnering.Programs.Rehearsal;
using Banyan.Partnering.Queues;
using Banyan.Partnering.Queues.Data;
using Banyan.Partnering.Replies;
using Banyan.Partnering.Replies.Data;
using Banyan.Partnering.Reports;
using Banyan.Partnering.Reports.Data;
using Banyan.Partnering.Review;
using Banyan.Partnering.Review.Data;
using Banyan.Partnering.Tags.Data;
using Banyan.Partnering.TakingPart;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Partnering;

/// <summary>How communities become partners: programs, applications, review, decisions, partnerships.</summary>
public sealed class PartneringModule : Module
{
    public override string Name => "Partnering";

    public override IEnumerable<Permission> Permissions =>
        [
            .. CasePermissions.All,
            .. PartnerPermissions.All,
            .. ProgramPermissions.All,
            .. AcknowledgementPermissions.All,
            .. ReportPermissions.All,
        ];

    public override IEnumerable<ConstraintRefusal> Constraints =>
        [
            .. ProgramData.Constraints,
            .. ApplicationModel.Constraints,
            .. CheckData.Constraints,
            .. ReviewModel.Constraints,
            .. BallotModel.Constraints,
            .. DeclarationModel.Constraints,
            .. DecisionModel.Constraints,
            .. PartnershipModel.Constraints,
            .. CommitmentModel.Constraints,
            .. ReportModel.Constraints,
            .. SigningKeyModel.Constraints,
            .. CampaignModel.Constraints,
            .. ImportModel.Constraints,
            .. TagModel.Constraints,
            .. FilterModel.Constraints,
            .. AbsenceModel.Constraints,
            .. QueueModel.Constraints,
            .. ReplyModel.Constraints,
        ];

    public override IEnumerable<NavigationItem> Navigation =>
        [
            new(Review.Texts.Cases, CaseLinks.All, CasePermissions.Desk),
            new(
                Declarations.Texts.ConflictsTitle,
                DeclarationLinks.Conflicts,
                CasePermissions.Conflicts
            ),
            new(Programs.Editing.Texts.ProgramsTitle, EditLinks.List, ProgramPermissions.Edit),
            new(Applications.Texts.MineTitle, ApplicationLinks.Mine, Personal: true),
            new(Partnerships.Texts.ListHeading, PartnerLinks.All),
        ];

    public override IEnumerable<NoticeKind> Notices => NoticeKinds.All;

    public override void Model(ModelBuilder model)
    {
        ProgramData.Configure(model);
        ApplicationModel.Configure(model);
        AttachmentModel.Configure(model);
        CheckData.Configure(model);
        ReviewModel.Configure(model);
        BallotModel.Configure(model);
        DeclarationModel.Configure(model);
        DecisionModel.Configure(model);
        PartnershipModel.Configure(model);
        CommitmentModel.Configure(model);
        ReportModel.Configure(model);
        SigningKeyModel.Configure(model);
        CampaignModel.Configure(model);
        ImportModel.Configure(model);
        TagModel.Configure(model);
        FilterModel.Configure(model);
        AbsenceModel.Configure(model);
        QueueModel.Configure(model);
        ReplyModel.Configure(model);
    }

    public override void Services(IServiceCollection services)
    {
        // The constructors of contracts are internal, so that other rooms can only ask for them.
        services
            .AddScoped<ProgramShelf>()
            .AddScoped(provider => new ProgramCatalogue(
                provider.GetRequiredService<BanyanDb>(),
                provider.GetRequiredService<ProgramShelf>()
            ))
            .AddScoped(provider => new ProgramFiles(
                provider.GetRequiredService<BanyanDb>(),
                provider.GetRequiredService<OrganisationDirectory>()
            ))
            .AddScoped(provider => new PastApplications(provider))
            .AddScoped<PublishVersion>()
            .AddScoped<OpenProgram>()
            .AddScoped<Rehearse>();
        services.AddScoped<OpenApplication>().AddScoped<SaveAnswers>().AddScoped<CheckRequests>();
        services
            .AddScoped<GatherFacts>()
            .AddScoped<InvitationLimits>()
            .AddScoped<DeskMail>()
            .AddSingleton<InviteMail>()
            .AddScoped<SentMail>()
            .AddScoped<AttachFiles>()
            .AddSingleton<ReceiptMail>();
        services
            .AddScoped<IMailVoices, CaseVoices>()
            .AddScoped(provider => new RecordOwner(provider.GetRequiredService<BanyanDb>()));
        services
            .AddScoped<TakeReply>()
            .AddScoped<TakeNote>()
            .AddScoped<TakeReport>()
            .AddScoped<INoticeRhythms, CaseRhythms>()
            .AddScoped<ReadGathered>()
            .AddSingleton<NoticeDigestMail>()
            .AddWork<NoticeDigest>(NoticeWork.Kind)
            .AddSingleton<ReplyMail>()
            .AddScoped(provider => new MailReplies(
                provider,
                provider.GetRequiredService<BanyanDb>(),
                provider.GetRequiredService<ReplyBox>(),
                provider.GetRequiredService<MailIdentity>()
            ));
        services.AddWork<LookAtSite>(LookAtSite.Kind);
        ReviewServices.Add(services);
        BallotServices.Add(services);
        DeclarationServices.Add(services);
        ChairServices.Add(services);
        services.AddDecisions();
        services.AddAcknowledgements();
        services.AddImporting();
        services
            .AddScoped<PartnerRecords>()
            .AddScoped<OpenPartner>()
            .AddScoped<PartnerRooms>()
            .AddScoped<LeadOn>()
            .AddScoped<LeavingMail>()
            .AddScoped(provider => new Partners(provider.GetRequiredService<OpenPartner>()))
            .AddScoped(provider => new ToPartnerMail(
                provider.GetRequiredService<OpenPartner>(),
                provider.GetRequiredService<ApplicantMail>()
            ))
            .AddScoped<PartnerMail>()
            .AddScoped<StaffOfPartnerMail>()
            .AddScoped<ApplicantMail>()
            .AddScoped<ReadTakingPart>()
            .AddWork<RemindOfConditions>(ConditionsDue.Kind)
            .AddWork<LookAtPartner>(LookAgainDue.Kind)
            .AddWork<EndTerm>(TermDue.Kind);
        services.AddCommitments();
        services.AddReports();
        services
            .AddScoped<SigningKeys>()
            .AddScoped<SignCredentials>()
            .AddWork<MakeSigningKey>(MakeSigningKey.Kind);
        services.AddScoped<OwnAbsence>().AddScoped<WhoIsTold>().AddScoped<LedCases>();
    }

    public override IEnumerable<IQueryable<object>> Old(BanyanDb db, Instant now) =>
        ImportModel.Old(db, now);

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPartnerships();
        endpoints.MapCredentials();
    }
}
