using System.Globalization;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>In which languages the letter of a decision may leave: in one as a whole, or in English.</summary>
internal static class LetterLanguages
{
    public const string English = "en";
    public const int Length = 10;

    /// <summary>Those in which the sentences exist that the site writes into a letter itself.</summary>
    public static readonly IReadOnlyList<string> Spoken = [English, "bn", "hi"];

    /// <summary>What applicants may choose from: English, and each that at least one of the program's letters has.</summary>
    public static IReadOnlyList<string> Of(ProgramDefinition program) =>
        [
            .. Spoken.Where(language =>
                language == English
                || program.Decision.Outcomes.Any(outcome => Has(program, outcome, language))
            ),
        ];

    /// <summary>The program has written its letter of this outcome in the language.</summary>
    public static bool Has(ProgramDefinition program, string outcome, string language) =>
        program.Letters.TryGetValue(outcome, out var letter)
        && letter.Subject.ByLanguage.ContainsKey(language)
        && letter.Body.ByLanguage.ContainsKey(language);

    /// <param name="named">The criteria that the letter names; each has to be written in the language, too.</param>
    /// <returns>The language that is wished for, where the whole letter can be in it.</returns>
    public static string Whole(
        ProgramDefinition program,
        string outcome,
        IEnumerable<string> named,
        string wished
    ) =>
        Spoken.Contains(wished)
        && Has(program, outcome, wished)
        && program
            .Criteria.Where(criterion => named.Contains(criterion.Key))
            .All(criterion => criterion.Text.ByLanguage.ContainsKey(wished))
            ? wished
            : English;

    /// <summary>As those call it who speak it.</summary>
    public static string OwnName(string language) =>
        CultureInfo.GetCultureInfo(language).NativeName;
}
