using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Decisions.Data;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Decisions;

/// <summary>A decision's letter as the desk sees it: the very mail, who gets it, what else it will do, and what can be done now.</summary>
internal sealed record LetterView
{
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }

    /// <summary>The text part of the mail, letter for letter.</summary>
    public required string Body { get; init; }
    public required string Language { get; init; }

    /// <summary>Why it is in that language; null where the applicants wish for English.</summary>
    public required string? InLanguage { get; init; }
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>How long the release can be undone.</summary>
    public required string Undo { get; init; }
    public required NextLine Next { get; init; }
    public required LetterState State { get; init; }
    public required string Seen { get; init; }

    /// <summary>A second person has to confirm the decision first.</summary>
    public required bool WaitsForSecond { get; init; }

    /// <summary>The clauses have to be accepted for the organisation first.</summary>
    public required bool WaitsForOrganisation { get; init; }

    public bool IsDraft => State == LetterState.Draft;
    public bool CanRelease => IsDraft && !WaitsForSecond && !WaitsForOrganisation;
    public bool CanUndo => State == LetterState.Waiting;

    public static LetterView Of(
        DecisionCase decided,
        Letter letter,
        LetterText fresh,
        MailIdentity identity
    )
    {
        var shown =
            letter.State == LetterState.Draft
                ? Letter.Write(decided.Decision!, fresh, decided.Now)
                : letter;
        var mail = LetterMail.Of(shown).FirstOrDefault();
        return new LetterView
        {
            Reference = decided.Application.Reference,
            Title = decided.Application.Title,
            From = Address(decided.Organisation.MailFromName, identity.From),
            To = string.Join(
                ", ",
                shown
                    // A letter that is not released yet is written anew for each look, with new ids.
                    .Recipients.OrderBy(person => person.Email, StringComparer.Ordinal)
                    .Select(person => Address(person.Name, person.Email))
            ),
            Subject = mail?.Subject ?? shown.Subject,
            Body = mail?.Text ?? shown.Body,
            Language = shown.Language,
            InLanguage = LetterLanguageWords.Of(decided.Application, shown.Language),
            Effects = EffectsOf(decided, shown),
            Undo = fresh.NotBefore is { } held
                ? Kernel.Text.Filled.With(Texts.UndoUntilDay, Clock(held, decided))
                : Texts.UndoUntil,
            Next = NextOf(decided, letter),
            State = letter.State,
            WaitsForSecond = decided.WaitsForSecond,
            WaitsForOrganisation = decided.WaitsForOrganisation,
            Seen = fresh.Fingerprint,
        };
    }

    private static IReadOnlyList<string> EffectsOf(DecisionCase decided, Letter letter)
    {
        var mails = Kernel.Domain.Plural.Of(
            letter.Recipients.Count,
            Texts.EffectMailOne,
            Texts.EffectMails,
            System.Globalization.CultureInfo.CurrentUICulture
        );
        if (letter.Begins is not { } begins)
            return decided.Partnership is null
                ? [mails, Texts.EffectDeclined]
                : [mails, Texts.EffectDeclined, Texts.EffectTakenBack];
        return
        [
            mails,
            .. decided.Partnership is null ? Array.Empty<string>() : [Texts.EffectCorrected],
            letter.Until is { } until
                ? Kernel.Text.Filled.With(
                    Texts.EffectPartnership,
                    DayWords.Of(begins),
                    DayWords.Of(until)
                )
                : Kernel.Text.Filled.With(Texts.EffectPartnershipOpen, DayWords.Of(begins)),
            Kernel.Text.Filled.With(Texts.EffectPage, letter.ButtonHref),
            decided.Decision is { Terms.Conditions.Count: > 0 }
                ? Texts.EffectConditions
                : Texts.EffectBadge,
        ];
    }

    private static NextLine NextOf(DecisionCase decided, Letter letter) =>
        letter.State switch
        {
            LetterState.Draft => decided.WaitsForSecond
                ? new(
                    Kernel.Text.Filled.With(Texts.NextConfirm, decided.Decision!.ByName),
                    NextTone.Yours
                )
                : new(
                    decided.WaitsForOrganisation ? Texts.NextAcceptFor : Texts.NextDraft,
                    NextTone.Yours
                ),
            LetterState.Waiting => new(
                Kernel.Text.Filled.With(Texts.NextWaiting, Clock(letter.LeavesAt!.Value, decided)),
                NextTone.Theirs
            ),
            LetterState.Leaving => new(Texts.NextLeaving, NextTone.Theirs),
            LetterState.Left => new(
                Kernel.Text.Filled.With(Texts.NextLeft, Clock(letter.LeftAt!.Value, decided)),
                NextTone.Closed
            ),
            LetterState.Dead => new(Texts.NextDead, NextTone.Closed),
        };

    public static string Clock(Instant at, DecisionCase decided) =>
        ZonedTime.Say(at.InZone(decided.Zone));

    private static string Address(string name, string email) =>
        name.Length == 0 ? email : $"{name} <{email}>";
}
