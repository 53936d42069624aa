using Banyan.Kernel.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Applications.Domain;

internal sealed partial class Application
{
    /// <summary>In which language the applicants wish for the decision's letter.</summary>
    public string LetterLanguage { get; private set; } = LetterLanguages.English;

    public bool MayChooseLetterLanguage => AgainstChoosingLetterLanguage() is null;

    /// <param name="offered">By the program.</param>
    public Outcome ChooseLetterLanguage(
        string language,
        IReadOnlyList<string> offered,
        Actor actor,
        Instant now
    )
    {
        if (AgainstChoosingLetterLanguage() is { } refusal)
            return refusal;
        if (!offered.Contains(language))
            return ApplicationRefusals.NoSuchLetterLanguage;
        if (language == LetterLanguage)
            return Outcome.Of(actor, now);
        LetterLanguage = language;
        return Outcome.Of(actor, now, new LetterLanguageChosen(Id.Value, language));
    }

    /// <summary>Once a letter is released, or has left, its language stays, that of its correction too.</summary>
    private Refusal? AgainstChoosingLetterLanguage() =>
        ImportedWith is not null ? ApplicationRefusals.ImportedStays
        : Revisit is null
        && State != ApplicationState.Releasing
        && (State == ApplicationState.Draft || ApplicationMoves.IsOpen(State))
            ? null
        : ApplicationRefusals.LetterLanguageStands;
}
