using Banyan.Kernel.Egress;

namespace Banyan.Partnering.Checks.Domain;

/// <summary>A code of conduct counts when its page answers, says how to report, and names who receives reports; an address alone does not.</summary>
internal static class CodeOfConductCheck
{
    /// <summary>How many blocks (paragraphs, headings, list items) may lie between the word and the contact.</summary>
    private const int Near = 3;

    /// <summary>Characters. A page with less to read builds its text with scripts, which we do not run.</summary>
    private const int LeastText = 120;

    public static CheckFinding Judge(EgressResult result) =>
        result switch
        {
            EgressAnswer answer => SiteCheck.WithoutPage(CheckKind.CodeOfConduct, answer)
                ?? Judge(answer),
            EgressProblem problem => SiteCheck.Silence(CheckKind.CodeOfConduct, problem),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, null),
        };

    private static CheckFinding Judge(EgressAnswer answer)
    {
        if (answer.Text.Length == 0)
            return Finding(CheckResult.CouldNotLook, Texts.ConductNotAPage, answer);
        var page = Page.Read(answer.Text);
        if (page.TextLength < LeastText && page.HasScripts)
            return Finding(CheckResult.CouldNotLook, Texts.ConductNeedsScripts, answer);
        var folded = page.Blocks.Select(block => Folding.Fold(block.Text)).ToArray();
        var reporting = Places(folded, ConductWords.Reporting);
        var way = Way(page, reporting);
        var receiver = Receiver(page, folded, reporting);
        return (way, receiver) switch
        {
            ({ } how, { } who) => Finding(CheckResult.Found, Texts.ConductFound, answer, how, who),
            ({ } how, null) => Finding(
                CheckResult.Partly,
                Texts.ConductWithoutReceiver,
                answer,
                how
            ),
            (null, { } who) => Finding(CheckResult.Partly, Texts.ConductWithoutWay, answer, who),
            (null, null) => Finding(CheckResult.NotFound, Texts.ConductNotFound, answer),
        };
    }

    private static List<int> Places(string[] folded, IReadOnlyList<string> stems) =>
        [
            .. Enumerable
                .Range(0, folded.Length)
                .Where(place => Folding.IndexOfStem(folded[place], stems) >= 0),
        ];

    private static string? Way(Page page, List<int> reporting)
    {
        foreach (var place in Nearby(page.Blocks.Count, reporting))
        {
            var block = page.Blocks[place];
            if (Contacts.In(block) is not var (what, at))
                continue;
            if (block.Text.Contains(what, StringComparison.OrdinalIgnoreCase))
                return Quote.Around(block.Text, at);
            // The target of a link or a form is not to be read: it goes behind the last words before it.
            var words = page
                .Blocks.Take(place + 1)
                .LastOrDefault(before => before.Text.Length > 0)
                ?.Text;
            var whole = $"{words} ({what})".Trim();
            return Quote.Around(whole, whole.Length);
        }
        return null;
    }

    private static string? Receiver(Page page, string[] folded, List<int> reporting)
    {
        foreach (var place in Nearby(page.Blocks.Count, reporting))
        {
            // Folding keeps positions only roughly, which is enough for the middle of a quote.
            if (Folding.IndexOfStem(folded[place], ConductWords.Receivers) is >= 0 and var at)
                return Quote.Around(page.Blocks[place].Text, at);
        }
        return null;
    }

    /// <summary>The blocks that speak of reporting first, then their neighbours, nearest first.</summary>
    private static IEnumerable<int> Nearby(int count, List<int> places)
    {
        for (var distance = 0; distance <= Near; distance++)
        {
            foreach (var place in places)
            {
                if (place + distance < count)
                    yield return place + distance;
                if (distance > 0 && place - distance >= 0)
                    yield return place - distance;
            }
        }
    }

    private static CheckFinding Finding(
        CheckResult result,
        string sentence,
        EgressAnswer answer,
        params string[] evidence
    ) =>
        SiteCheck.Finding(
            CheckKind.CodeOfConduct,
            result,
            SiteCheck.Fill(sentence, answer.FinalAddress.Host),
            answer,
            [.. evidence.Distinct(StringComparer.Ordinal)]
        );
}
