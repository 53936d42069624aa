using Banyan.Kernel.Domain;
using Banyan.Partnering.Importing.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

/// <summary>What came from a file: it was decided elsewhere, and nothing is done with it here any more.</summary>
internal sealed partial class Application
{
    public const int ImportKeyLength = 64;

    /// <summary>The import that it came with; null for what was sent here.</summary>
    public ImportId? ImportedWith { get; private init; }

    /// <summary>The same for a row that says the same: the database keeps it unique, so that two people at one moment cannot import it twice.</summary>
    public string? ImportKey { get; private init; }

    public static (Application Application, Outcome Outcome) Import(
        PastApplication past,
        Actor actor,
        Instant now
    )
    {
        var application = new Application
        {
            Reference = past.Reference,
            Organisation = past.Organisation,
            Program = past.Program,
            ProgramVersion = past.Version,
            Community = past.Community,
            State = past.State,
            Ball = Ball.Nobody,
            Title = past.Title,
            EventDate = past.EventDate,
            StartedAt = past.SubmittedAt,
            SubmittedAt = past.SubmittedAt,
            EndedAt = past.EndedAt,
            BallSince = past.EndedAt,
            ImportedWith = past.Import,
            ImportKey = past.Key,
        };
        if (ApplicationMoves.IsOpen(past.State) || past.State == ApplicationState.Draft)
            return (application, ApplicationRefusals.ImportedOpen);
        application.OpenKey = application.Id.Value.ToString("n");
        var by = past.Name.Length > 0 ? past.Name : past.Email?.ToString() ?? "";
        if (past.Email is { } email)
            application.Applicants.Add(new Applicant(email, null, past.SubmittedAt));
        foreach (var (question, text) in past.Answers)
            application.Answers.Add(new Answer(question, text, by, past.SubmittedAt));
        return (
            application,
            Outcome.Of(
                actor,
                now,
                new ApplicationImported(application.Id.Value, past.File, past.Line)
            )
        );
    }
}

/// <summary>One row of a file of past applications, as it is to be kept.</summary>
/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="EndedAt">The day of its decision, or where that is not known, of its sending.</param>
internal sealed record PastApplication(
    string Reference,
    OrganisationId Organisation,
    ProgramId Program,
    ProgramVersionId Version,
    ImportId Import,
    string File,
    int Line,
    string Key,
    string Title,
    string Name,
    EmailAddress? Email,
    CommunityId? Community,
    ApplicationState State,
    Instant SubmittedAt,
    Instant EndedAt,
    LocalDate? EventDate,
    IReadOnlyList<(string Question, string Text)> Answers
);
