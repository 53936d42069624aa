using Banyan.Kernel.Domain;
using Banyan.Partnering.Declarations.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>A community's request under one program version. The desk calls it a case.</summary>
internal sealed partial class Application : Entity
{
    private Application() { }

    public ApplicationId Id { get; private init; } = ApplicationId.New();

    /// <summary>The short code that people say, such as PSF-28-K7Q3.</summary>
    public string Reference { get; private init; } = "";
    public OrganisationId Organisation { get; private init; }
    public ProgramId Program { get; private init; }
    public ProgramVersionId ProgramVersion { get; private set; }
    public CommunityId? Community { get; private set; }

    /// <summary>The edition of the program for which it was sent; null while it is a draft, and where the program rolls on.</summary>
    public string? Edition { get; private set; }

    /// <summary>The code with which it came, where the door was not open to everybody.</summary>
    public AdmissionCodeId? Admission { get; private set; }
    public ApplicationState State { get; private set; }
    public Ball Ball { get; private set; }

    /// <summary>Community, program, edition and subject while the application is open, else the id: the database keeps it unique.</summary>
    public string OpenKey { get; private set; } = "";
    public string Title
    {
        get;
        private set => (field, TitleKey) = (value, SameSubject.Fold(value));
    } = "";

    /// <summary>By which others of the same title are found.</summary>
    public string TitleKey { get; private set; } = "";
    public LocalDate? EventDate { get; private set; }
    public Instant StartedAt { get; private init; }
    public Instant? SubmittedAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    /// <summary>When it first went to the work group, whose members read it from then on.</summary>
    public Instant? SentToReviewAt { get; private set; }

    /// <summary>The team of the review stage in the case's own version of the program; no other team of the organisation reads it. Empty until then.</summary>
    public string ReviewTeam { get; private set; } = "";

    /// <summary>Since when the present holder has the ball.</summary>
    public Instant BallSince { get; private set; }

    /// <summary>Milliseconds for which the applicant held the ball since sending; the clocks stand still in them.</summary>
    public long WaitedMilliseconds { get; private set; }

    public List<Answer> Answers { get; private init; } = [];
    public List<Applicant> Applicants { get; private init; } = [];
    public List<ClauseAcceptance> Acceptances { get; private init; } = [];
    public List<ThreadEntry> Thread { get; private init; } = [];

    /// <summary>What members said about conflicts of interest; every reading of the case begins here.</summary>
    public List<Declaration> Declarations { get; private init; } = [];

    public bool WasSubmitted => SubmittedAt is not null;

    /// <summary>A draft begins with an address; who stands behind it is proven before sending.</summary>
    public static (Application Application, Outcome Outcome) Start(
        string reference,
        OrganisationId organisation,
        ProgramId program,
        ProgramVersionId version,
        EmailAddress email,
        PersonId? person,
        Actor actor,
        Instant now
    )
    {
        var application = new Application
        {
            Reference = reference,
            Organisation = organisation,
            Program = program,
            ProgramVersion = version,
            State = ApplicationState.Draft,
            Ball = Ball.Applicant,
            StartedAt = now,
            BallSince = now,
        };
        application.OpenKey = application.Id.Value.ToString("n");
        application.Applicants.Add(new Applicant(email, person, now));
        return (
            application,
            Outcome.Of(actor, now, new ApplicationStarted(application.Id.Value, reference))
        );
    }

    /// <summary>The milliseconds that the applicant has held the ball since sending, up to now.</summary>
    public Duration Waited(Instant now) =>
        Duration.FromMilliseconds(WaitedMilliseconds)
        + (
            Ball == Ball.Applicant && WasSubmitted && EndedAt is null
                ? now - BallSince
                : Duration.Zero
        );

    private Refusal? Guard(Command command, Role role)
    {
        if (ApplicationMoves.Find(State, command) is not { } move)
            return ApplicationRefusals.NotFrom(command, State);
        if (ImportedWith is not null)
            return ApplicationRefusals.ImportedStays;
        // A partnership may stand on the letter that has left: nobody walks away from it by a side door.
        if (
            Revisit is not null
            && command is (Command.Withdraw or Command.Close or Command.SendBack or Command.PutOff)
        )
            return ApplicationRefusals.HadItsLetter;
        return move.Roles.Contains(role) ? null : ApplicationRefusals.NotYours(command);
    }

    private void Go(Command command, Instant now)
    {
        var move = ApplicationMoves.Find(State, command)!;
        State = move.To;
        Pass(move.Ball, now);
        Enter(CaseStep.KindOf(State), now);
        EndedAt = move.Ball == Ball.Nobody && move.To != ApplicationState.Releasing ? now : null;
        if (!ApplicationMoves.IsOpen(State))
            OpenKey = Id.Value.ToString("n");
        Reckon();
    }

    private void Pass(Ball to, Instant now)
    {
        if (Ball == Ball.Applicant && WasSubmitted)
            WaitedMilliseconds += (long)(now - BallSince).TotalMilliseconds;
        Ball = to;
        BallSince = now;
        Reckon();
    }
}
