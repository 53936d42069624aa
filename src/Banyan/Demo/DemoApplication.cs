using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Ui.Fields;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Applications.Letters;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Demo;

/// <summary>An application of the demo, with what the organiser fills in.</summary>
internal sealed record DemoApplication
{
    public const string Program = "psf-community-partner";
    public required string Reference { get; init; }
    public required CastMember Organiser { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public LocalDate? Date { get; init; }
    public required string Website { get; init; }
    public required string Place { get; init; }
    public int People { get; init; } = 80;
    public int Share { get; init; } = 100;
    public bool FirstTime { get; init; } = true;

    /// <summary>Who receives reports, as the page of the code of conduct says it; null where it does not.</summary>
    public string? Receiver { get; init; } =
        "Two people of our conduct team read it on the same day and answer.";

    /// <summary>Begins the draft and fills in every question that the program asks by a known meaning.</summary>
    public Task BeginAsync(Scene scene) =>
        scene.AsAsync(
            Organiser,
            async services =>
            {
                var found =
                    await services.GetRequiredService<ProgramShelf>().FindAsync(Program, scene.Ct)
                    ?? throw new InvalidOperationException($"There is no program {Program}.");
                if (!EmailAddress.TryParse(Organiser.Email, out var email, out _))
                    throw new InvalidOperationException(Organiser.Email);
                var viewer = services.GetRequiredService<Kernel.Access.Viewer>();
                var (application, outcome) = Application.Start(
                    Reference,
                    found.Organisation,
                    found.Id,
                    found.Version,
                    email,
                    viewer.Person,
                    viewer.Actor,
                    scene.Now
                );
                services.GetRequiredService<BanyanDb>().Add(application);
                foreach (var question in found.Definition.Questions)
                    if (AnswerTo(question.Means) is { } answer)
                        outcome = outcome.And(
                            application.Write(question.Key, answer, null, viewer.Actor, scene.Now)
                        );
                return outcome;
            }
        );

    /// <summary>Asks for the checks, as saving the answers does.</summary>
    public Task CheckAsync(Scene scene) =>
        scene.AsAsync(
            Organiser,
            async services =>
            {
                var open = await OpenAsync(scene, services);
                await services.GetRequiredService<CheckRequests>().ForAsync(open, scene.Ct);
                // Its work is left out: nobody looks for these sites on the web.
                return Outcome.Of(open.Actor, open.Now);
            }
        );

    /// <summary>Accepts the clauses and sends.</summary>
    public Task SendAsync(Scene scene) =>
        scene.AsAsync(
            Organiser,
            async services =>
            {
                var open = await OpenAsync(scene, services);
                var (application, now) = (open.Application, open.Now);
                var outcome = Outcome.Of(open.Actor, now);
                await services
                    .GetRequiredService<BanyanDb>()
                    .KeepWordingsAsync(open.ClausesLeft, scene.Ct);
                foreach (var clause in open.ClausesLeft)
                    outcome = outcome.And(
                        application.Accept(
                            ClauseCopy.Of(
                                clause,
                                application.ProgramVersion,
                                CultureInfo.CurrentUICulture
                            ),
                            open.Viewer.Person,
                            open.Actor,
                            now
                        )
                    );
                var gather = services.GetRequiredService<GatherFacts>();
                var (facts, community) = await gather.ForAsync(open, scene.Ct);
                var organisation = await gather.OrganisationNameAsync(
                    application.Organisation,
                    scene.Ct
                );
                outcome = outcome.And(community).And(application.Submit(facts, open.Actor, now));
                return outcome.Done
                    ? outcome.Then(
                        services.GetRequiredService<ReceiptMail>().To(open, organisation)
                    )
                    : outcome;
            }
        );

    public Task WithdrawAsync(Scene scene, string reason) =>
        scene.AsAsync(
            Organiser,
            async services =>
            {
                var open = await OpenAsync(scene, services);
                return open.Application.Withdraw(reason, open.Actor, open.Now);
            }
        );

    private async Task<OpenApplication> OpenAsync(Scene scene, IServiceProvider services)
    {
        var open = services.GetRequiredService<OpenApplication>();
        return await open.LoadAsync(Reference, scene.Ct)
            ? open
            : throw new InvalidOperationException($"{Reference} is not there.");
    }

    private string? AnswerTo(Meaning meaning) =>
        meaning switch
        {
            Meaning.None => null,
            Meaning.FirstName => Organiser.Name.Split(' ')[0],
            Meaning.LastName => Organiser.Name.Split(' ')[^1],
            Meaning.Email => Organiser.Email,
            Meaning.Kind => Kind,
            Meaning.Title => Title,
            Meaning.Description => Description,
            Meaning.Date => Date is { } date ? DateParts.Of(date).Kept : null,
            Meaning.Website => Website,
            Meaning.CodeOfConduct => $"{Website}conduct",
            Meaning.Place => Place,
            Meaning.Attendees => People.ToString(CultureInfo.InvariantCulture),
            Meaning.TopicShare => Share.ToString(CultureInfo.InvariantCulture),
            Meaning.FirstTime => FirstTime ? "yes" : "no",
        };
}
