namespace Banyan.Security.Tests.Matrix;

/// <summary>All pages and endpoints of the site. A new one is entered here, with what its address names.</summary>
internal static class AddressBook
{
    private static readonly Stage[] Always = [];
    private static readonly Stage[] Drafts = [Stage.Draft];
    private static readonly Stage[] WithRound =
    [
        Stage.InReview,
        Stage.Decided,
        Stage.Closed,
        Stage.Approved,
    ];
    private static readonly Stage[] WithLetter = [Stage.Decided, Stage.Approved];
    private static readonly Stage[] AfterSending =
    [
        Stage.Sent,
        Stage.PreReview,
        Stage.InReview,
        Stage.Decided,
        Stage.Closed,
        Stage.Approved,
    ];

    public static readonly IReadOnlyList<KnownPage> Pages =
    [
        Page("/", Subject.Nothing),
        Page("/health/live", Subject.Nothing),
        Page("/health/ready", Subject.Nothing),
        Page("/problem/{status:int}", Subject.Nowhere),
        Page("/dev/components", Subject.Nowhere),
        Page("/dev/mail/{letter?}", Subject.Nowhere),
        Page("/setup/{token}", Subject.Nowhere),
        Page("/sign-in", Subject.Nothing),
        Page("/sign-in/code", Subject.Nothing),
        Page("/sign-out", Subject.Nothing),
        Page("/me", Subject.Nothing),
        Page("/me/notifications", Subject.Nothing),
        Page("/unsubscribe/{key}/{kind}", Subject.Nowhere),
        Page("/me/sessions/{id:guid}/end", Subject.Session),
        Page("/organisations/{slug}", Subject.Organisation),
        Page("/settings/organisation", Subject.Nothing),
        Page("/settings/organisations/{slug}", Subject.OwnOrganisation),
        Page("/settings/organisations/{slug}/holidays", Subject.OwnOrganisation),
        Page("/settings/organisations/{slug}/holidays/add", Subject.OwnOrganisation),
        Page("/settings/organisations/{slug}/holidays/import", Subject.OwnOrganisation),
        Page("/settings/organisations/{slug}/holidays/{id:guid}/remove", Subject.Nowhere),
        Page("/settings/teams", Subject.Nothing),
        Page("/settings/teams/{organisation}/{team}", Subject.Team),
        Page("/settings/teams/{organisation}/{team}/add", Subject.Team),
        Page("/settings/teams/{organisation}/{team}/remove/{person:guid}", Subject.Member),
        Page("/settings/teams/{organisation}/{team}/seat/{person:guid}", Subject.Member),
        Page("/settings/teams/{organisation}/{team}/regions", Subject.Team),
        Page("/teams/{organisation}/{team}/confirm", Subject.OwnTeam),
        Page("/teams/{organisation}/{team}/participation", Subject.VotingTeam),
        Page("/teams/{organisation}/{team}/participation.csv", Subject.VotingTeam),
        Page("/settings/programs", Subject.Nothing),
        Page("/settings/programs/{program}", Subject.OwnProgram),
        Page("/settings/programs/{program}/begin", Subject.OwnProgram),
        Page("/settings/programs/{program}/discard", Subject.OwnProgram),
        Page("/settings/programs/{program}/edit", Subject.OwnProgram),
        Page("/settings/programs/{program}/edit/yaml", Subject.OwnProgram),
        Page("/settings/programs/{program}/edit/yaml/check", Subject.OwnProgram),
        Page("/settings/programs/{program}/edit/{**path}", Subject.OwnProgram),
        Page("/settings/programs/{program}/move/{**path}", Subject.OwnProgram),
        Page("/settings/programs/{program}/remove/{**path}", Subject.OwnProgram),
        Page("/settings/programs/{program}/changes", Subject.OwnProgram),
        Page("/settings/programs/{program}/preview", Subject.OwnProgram),
        Page("/settings/programs/{program}/publish", Subject.OwnProgram),
        Page("/programs/{program}", Subject.Program),
        Page("/programs/{program}/eligibility", Subject.Program),
        Page("/programs/{program}/apply", Subject.Program),
        Page("/settings/programs/{program}/dry-run", Subject.OwnProgram),
        Page("/settings/programs/{program}/move-cases", Subject.OwnProgram),
        // No program of this world has editions.
        Page("/settings/programs/{program}/next-edition", Subject.Nowhere),
        Page("/settings/programs/{program}/queue", Subject.OwnProgram),
        Page("/settings/programs/{program}/codes", Subject.OwnProgram),
        Page("/settings/programs/{program}/codes/new", Subject.OwnProgram),
        Page("/settings/programs/{program}/codes/{id:guid}/withdraw", Subject.Nowhere),
        Page("/settings/programs/{program}/acknowledgements", Subject.OwnProgram),
        Page("/settings/programs/{program}/acknowledgements.csv", Subject.OwnProgram),
        Page("/settings/programs/{program}/acknowledgements/ask-again", Subject.OwnProgram),
        Page("/settings/programs/{program}/acknowledgements/end", Subject.OwnProgram),
        Page("/settings/programs/{program}/imports", Subject.OwnProgram),
        Page("/settings/programs/{program}/imports/upload", Subject.OwnProgram),
        Page("/settings/programs/{program}/imports/{id:guid}", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/read-again", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/map", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/map.json", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/take-in", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/undo", Subject.Nowhere),
        Page("/settings/programs/{program}/imports/{id:guid}/discard", Subject.Nowhere),
        Page("/partners", Subject.Nothing),
        Page("/partners/{code}", Subject.Partnership),
        .. OfPartners(
            Subject.Inside,
            "inside",
            "step-back",
            "take-up-again",
            "consequences",
            "commitments",
            "reports"
        ),
        .. OfPartners(Subject.HeldPartner, "tell-change", "answer", "appeal"),
        .. OfPartners(
            Subject.DeskPartner,
            "review",
            "suspend",
            "suspend-at-once",
            "reinstate",
            "revoke",
            "confirm",
            "drop",
            "answer-appeal"
        ),
        Page("/partners/{code}/commitments/{id:guid}/keep", Subject.Nowhere),
        Page("/partners/{code}/commitments/{id:guid}/doubt", Subject.Nowhere),
        Page("/partners/{code}/commitments/{id:guid}/waive", Subject.Nowhere),
        // The programs of this world ask for no report; ReportTests shows whose it is.
        Page("/partners/{code}/report", Subject.Nowhere),
        Page("/partners/{code}/report/autosave", Subject.Nowhere),
        Page("/partners/{code}/reports/{id:guid}", Subject.Nowhere),
        Page("/partners/{code}/reports/{id:guid}/thank", Subject.Nowhere),
        Page("/partners/{code}/reports/{id:guid}/ask", Subject.Nowhere),
        Page("/partners/{code}/reports/{id:guid}/answer", Subject.Nowhere),
        Page("/partners/{code}/reports/{id:guid}/summary", Subject.Nowhere),
        Page("/verify/{code}", Subject.Partnership),
        Page("/verify/{code}.json", Subject.Partnership) with
        {
            WrongMethodIsAPage = true,
        },
        Page("/verify/{code}/credential.jwt", Subject.Partnership),
        Page("/status-list.jwt", Subject.Nothing),
        Page("/.well-known/jwks.json", Subject.Nothing),
        // Nothing is signed in this world.
        Page("/.well-known/jwks/{thumbprint}.json", Subject.Nowhere),
        Page("/badge/{code}.svg", Subject.Partnership),
        Page("/badge/{code}.json", Subject.Partnership),
        Page("/applications", Subject.Nothing),
        Page("/applications/{reference}", Subject.Application),
        Page("/applications/{reference}/sections/{section}", Subject.Application),
        Page("/applications/{reference}/all", Subject.Application),
        Page("/applications/{reference}/clauses", Subject.Application, Drafts),
        Page("/applications/{reference}/autosave", Subject.Application, Drafts) with
        {
            GetLooksAway = true,
        },
        Page("/applications/{reference}/send", Subject.Application),
        Page("/applications/{reference}/invite", Subject.Application),
        Page("/applications/{reference}/use-code", Subject.Application),
        Page("/applications/{reference}/answer", Subject.Application),
        Page("/applications/{reference}/write", Subject.Application, AfterSending),
        Page("/applications/{reference}/receipt", Subject.Application, AfterSending),
        Page("/applications/{reference}/clauses-again", Subject.Application, [Stage.Approved]),
        Page("/applications/{reference}/letter-language", Subject.Application),
        Page("/applications/{reference}/withdraw", Subject.Application),
        Page("/applications/{reference}/reopen", Subject.Application),
        Page("/applications/{reference}/appeal", Subject.Application, AfterSending),
        Page("/applications/{reference}/take-back-appeal", Subject.Application, AfterSending),
        Page("/applications/{reference}/conditions", Subject.Application, [Stage.Approved]),
        Page("/cases", Subject.Nothing),
        Page("/cases/next", Subject.Nothing),
        Page("/cases/release", Subject.Nothing),
        Page("/cases/take-back", Subject.Nothing),
        Page("/cases.csv", Subject.Nothing),
        Page("/cases/filters/keep", Subject.Nothing),
        Page("/cases/hand-over", Subject.Nothing),
        Page("/me/absence", Subject.Nothing),
        Page("/me/absence/end", Subject.Nothing),
        Page("/cases/filters/{id:guid}/drop", Subject.Nowhere),
        Page("/cases/{reference}", Subject.Reached),
        Page("/cases/{reference}/declare", Subject.Reached),
        Page("/cases/{reference}/who", Subject.Reached),
        Page("/cases/{reference}/take-up", Subject.Case),
        Page("/cases/{reference}/case.json", Subject.Case),
        Page("/cases/{reference}/duplicate", Subject.Case),
        Page("/cases/{reference}/tag", Subject.Case),
        Page("/cases/{reference}/untag", Subject.Case),
        Page("/cases/{reference}/lead", Subject.Case),
        Page("/cases/{reference}/judge", Subject.Case),
        Page("/cases/{reference}/note", Subject.Case),
        Page("/cases/{reference}/ask", Subject.Case),
        Page("/cases/{reference}/send-to-work-group", Subject.Case),
        Page("/cases/{reference}/vote", Subject.Case) with
        {
            Get = WithRound,
        },
        Page("/cases/{reference}/end-vote", Subject.Case, WithRound),
        Page("/cases/{reference}/replace-member", Subject.Case, WithRound),
        Page("/cases/{reference}/nudge", Subject.Case, WithRound),
        Page("/cases/{reference}/hold", Subject.Case, WithRound),
        Page("/cases/{reference}/go-on", Subject.Case, WithRound),
        Page("/cases/{reference}/escalate", Subject.Case, WithRound),
        Page("/cases/{reference}/casting-vote", Subject.Case, WithRound),
        Page("/cases/{reference}/advise", Subject.Case),
        Page("/cases/{reference}/to-decision", Subject.Case),
        Page("/cases/{reference}/put-off", Subject.Case),
        Page("/cases/{reference}/decide-now", Subject.Case),
        Page("/cases/{reference}/confirm", Subject.Case, WithLetter),
        Page("/cases/{reference}/correct", Subject.Case),
        Page("/cases/{reference}/let-stand", Subject.Case),
        Page("/cases/{reference}/appeal", Subject.Case),
        Page("/cases/{reference}/conditions", Subject.Case, [Stage.Approved]),
        Page("/cases/{reference}/look-again", Subject.Case, [Stage.Approved]),
        Page("/cases/{reference}/waive", Subject.Case, WithRound),
        Page("/cases/{reference}/challenge", Subject.Case),
        // Nobody of this world has a doubt about a declaration.
        Page("/cases/{reference}/challenges/{id:guid}", Subject.Nowhere),
        Page("/conflicts", Subject.Nothing),
        Page("/cases/{reference}/decide", Subject.Case),
        Page("/cases/{reference}/send-back", Subject.Case),
        Page("/cases/{reference}/letter", Subject.Case, WithLetter),
        Page("/cases/{reference}/release", Subject.Case, WithLetter),
        Page("/cases/{reference}/undo", Subject.Case, WithLetter),
        Page("/cases/{reference}/close", Subject.Case),
        Page("/cases/{reference}/reopen", Subject.Case),
        Page("/cases/{reference}/receipt", Subject.Case),
        Page("/cases/{reference}/accept-for-organisation", Subject.Case),
        Page("/cases/{reference}/history", Subject.Case),
        Page("/cases/{reference}/mails", Subject.Case),
        // Nothing in this world came with a file.
        Page("/cases/{reference}/files/{file:guid}", Subject.Nowhere),
        Page("/cases/{reference}/files/{file:guid}/remove", Subject.Nowhere),
        Page("/applications/{reference}/files/{file:guid}", Subject.Nowhere),
    ];

    /// <summary>Sentences about pages that the matrix does not know, and about those that are gone.</summary>
    public static IEnumerable<string> Differences(IEnumerable<string> patterns)
    {
        var there = patterns.ToHashSet(StringComparer.Ordinal);
        var known = Pages.Select(page => page.Pattern).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. there
                .Except(known)
                .Order(StringComparer.Ordinal)
                .Select(pattern =>
                    $"{pattern} is not in the matrix. Add it to AddressBook.Pages in tests/Security.Tests/Matrix/AddressBook.cs, with what its address names and the stages in which it shows something."
                ),
            .. known
                .Except(there)
                .Order(StringComparer.Ordinal)
                .Select(pattern =>
                    $"{pattern} is gone. Take it out of AddressBook.Pages in tests/Security.Tests/Matrix/AddressBook.cs."
                ),
        ];
    }

    private static IEnumerable<KnownPage> OfPartners(Subject subject, params string[] verbs) =>
        verbs.Select(verb => Page($"/partners/{{code}}/{verb}", subject));

    private static KnownPage Page(string pattern, Subject subject) =>
        new(pattern, subject, Always, Always);

    private static KnownPage Page(string pattern, Subject subject, Stage[] stages) =>
        new(pattern, subject, stages, stages);
}
