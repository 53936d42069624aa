using System.Globalization;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Partnerships;

/// <summary>The public's words for a standing: on the page, in JSON and on the badge alike.</summary>
internal static class StandingWords
{
    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.Partner => Texts.StandingPartner,
            Standing.RenewalDue => Texts.StandingRenewalDue,
            Standing.Alumni => Texts.StandingAlumni,
            Standing.NotCurrent => Texts.StandingNotCurrent,
        };

    /// <summary>For programs: never translated.</summary>
    public static string Code(Standing standing) =>
        standing switch
        {
            Standing.Partner => "partner",
            Standing.RenewalDue => "renewal-due",
            Standing.Alumni => "alumni",
            Standing.NotCurrent => "not-current",
        };

    /// <summary>Beside the shape on a badge, so short.</summary>
    public static string OnBadge(PartnerFacts partner) =>
        partner.Standing switch
        {
            Standing.Partner or Standing.RenewalDue => partner.Until is { } until
                ? Fill(
                    partner.Standing == Standing.Partner
                        ? Texts.BadgePartner
                        : Texts.BadgeRenewalDue,
                    Iso(until)
                )
                : Fill(Texts.BadgePartnerSince, Iso(partner.Begins)),
            Standing.Alumni => Texts.StandingAlumni,
            Standing.NotCurrent => Texts.StandingNotCurrent,
        };

    /// <summary>The answer to "is it a partner?", as one sentence.</summary>
    public static string Answer(PartnerFacts partner) =>
        partner.Standing switch
        {
            Standing.Partner or Standing.RenewalDue => partner.Until is { } until
                ? Fill(Texts.AnswerYes, partner.Title, partner.Organisation, Day(until))
                : Fill(
                    Texts.AnswerYesOpen,
                    partner.Title,
                    partner.Organisation,
                    Day(partner.Begins)
                ),
            Standing.Alumni => partner.Until is { } until
                ? Fill(Texts.AnswerAlumni, partner.Title, partner.Organisation, Day(until))
                : Fill(
                    Texts.AnswerAlumniOpen,
                    partner.Title,
                    partner.Organisation,
                    Day(partner.Begins)
                ),
            Standing.NotCurrent => Fill(Texts.AnswerNo, partner.Title, partner.Organisation),
        };

    /// <summary>The days of the term; where there is no last one, what ends it and how often both sides look at it.</summary>
    public static string Term(PartnerFacts partner) =>
        Term(partner.Begins, partner.Until, partner.Program.Review);

    public static string Term(LocalDate begins, LocalDate? until, PeriodicReview? review) =>
        until is { } last ? Fill(Texts.TermDays, Day(begins), Day(last))
        : review is not null ? Fill(Texts.TermOpenReviewed, Day(begins), ProgramWords.Often(review))
        : Fill(Texts.TermOpen, Day(begins));

    public static string InList(PartnerRow row) =>
        (row.Place, row.Until) switch
        {
            ({ Length: > 0 } place, { } until) => Fill(
                Texts.ListRowPlace,
                row.Organisation,
                Day(until),
                place
            ),
            (_, { } until) => Fill(Texts.ListRow, row.Organisation, Day(until)),
            ({ Length: > 0 } place, null) => Fill(
                Texts.ListRowPlaceOpen,
                row.Organisation,
                Day(row.Begins),
                place
            ),
            (_, null) => Fill(Texts.ListRowOpen, row.Organisation, Day(row.Begins)),
        };

    public static Tone Tone(Standing standing) =>
        standing switch
        {
            Standing.Partner => Kernel.Ui.Tone.Ok,
            Standing.RenewalDue => Kernel.Ui.Tone.Wait,
            Standing.Alumni or Standing.NotCurrent => Kernel.Ui.Tone.Plain,
        };

    public static string Day(LocalDate day) => DayWords.Of(day);

    public static string Iso(LocalDate day) =>
        day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
