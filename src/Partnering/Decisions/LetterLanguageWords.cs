using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files.Edits;

namespace Banyan.Partnering.Decisions;

/// <summary>What staff has to know about the language of a letter.</summary>
internal static class LetterLanguageWords
{
    /// <param name="language">In which the letter is.</param>
    /// <returns>Null where the applicants wish for English.</returns>
    public static string? Of(Application application, string language)
    {
        var wished = application.LetterLanguage;
        return wished == LetterLanguages.English ? null
            : language == wished ? Texts.LetterInLanguage.With(LanguageWords.Of(wished))
            : Texts.LetterFallsBack.With(LanguageWords.Of(wished));
    }

    /// <summary>The same before it is decided.</summary>
    /// <returns>Nothing where the applicants wish for English.</returns>
    public static IEnumerable<string> Before(Application application, ProgramDefinition program)
    {
        var wished = application.LetterLanguage;
        if (wished == LetterLanguages.English)
            yield break;
        yield return Texts.WillBeInLanguage.With(LanguageWords.Of(wished));
        var missing = program
            .Decision.Outcomes.Where(outcome => !LetterLanguages.Has(program, outcome, wished))
            .Select(outcome => OutcomeWords.Of(DecisionOutcomes.Read(outcome)!.Value))
            .ToList();
        if (missing.Count > 0)
            yield return Texts.WillFallBack.With(
                LanguageWords.Of(wished),
                string.Join(", ", missing)
            );
    }
}
