using System.Globalization;
using Banyan.Kernel.Egress;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>Does the site answer, where does it lead, and what does it call itself?</summary>
internal static class SiteCheck
{
    public static CheckFinding Judge(EgressResult result) =>
        result switch
        {
            EgressAnswer answer => Judge(answer),
            EgressProblem problem => Silence(CheckKind.Site, problem),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, null),
        };

    /// <summary>No name, no connection, no certificate: that is how a site is missing. All else may be our own doing or a bad minute.</summary>
    internal static CheckFinding Silence(CheckKind kind, EgressProblem problem)
    {
        var result = problem.Kind switch
        {
            EgressProblemKind.NoSuchName
            or EgressProblemKind.ConnectionFailed
            or EgressProblemKind.TlsFailed => CheckResult.NotFound,
            EgressProblemKind.NoNetwork
            or EgressProblemKind.ForbiddenAddress
            or EgressProblemKind.ForbiddenPort
            or EgressProblemKind.Timeout
            or EgressProblemKind.TooLarge
            or EgressProblemKind.TooManyHops
            or EgressProblemKind.NotHttp
            or EgressProblemKind.Downgrade
            or EgressProblemKind.BadAnswer => CheckResult.CouldNotLook,
        };
        return new CheckFinding(
            kind,
            result,
            problem.Sentence,
            [],
            problem.At,
            null,
            problem.Address.Canonical
        );
    }

    /// <summary>The finding for an answer without a page; null for a page.</summary>
    internal static CheckFinding? WithoutPage(CheckKind kind, EgressAnswer answer)
    {
        var status = (int)answer.Status;
        return status switch
        {
            >= 200 and < 300 => null,
            404 or 410 => Finding(
                kind,
                CheckResult.NotFound,
                Fill(Texts.PageMissing, answer.FinalAddress.Host, status),
                answer
            ),
            // Some sites turn robots away (401, 403, 429); failures of the server pass.
            _ => Finding(
                kind,
                CheckResult.CouldNotLook,
                Fill(Texts.PageNotShown, answer.FinalAddress.Host, status),
                answer
            ),
        };
    }

    internal static CheckFinding Finding(
        CheckKind kind,
        CheckResult result,
        string sentence,
        EgressAnswer answer,
        params string[] evidence
    ) =>
        new(
            kind,
            result,
            sentence,
            evidence,
            answer.At,
            answer.BodyHash,
            answer.FinalAddress.Canonical
        );

    internal static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);

    private static CheckFinding Judge(EgressAnswer answer)
    {
        if (WithoutPage(CheckKind.Site, answer) is { } missing)
            return missing;
        var title = answer.Text.Length > 0 ? Page.Read(answer.Text).Title : "";
        var leadsElsewhere = !answer.FinalAddress.SameSite(answer.Hops[0]);
        var (first, final) = (answer.Hops[0].Host, answer.FinalAddress.Host);
        var sentence = (leadsElsewhere, title.Length > 0) switch
        {
            (false, true) => Fill(Texts.SiteAnswersWithTitle, final, title),
            (false, false) => Fill(Texts.SiteAnswers, final),
            (true, true) => Fill(Texts.SiteLeadsElsewhereWithTitle, first, final, title),
            (true, false) => Fill(Texts.SiteLeadsElsewhere, first, final),
        };
        string[] evidence = title.Length > 0 ? [title] : [];
        return Finding(CheckKind.Site, CheckResult.Found, sentence, answer, evidence);
    }
}
