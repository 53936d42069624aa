using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Reports.Domain;

/// <summary>Every expected "no" of a report.</summary>
internal static class ReportRefusals
{
    public static Refusal WasSent => new("report-was-sent", Texts.RefusalWasSent);
    public static Refusal NotSent => new("report-not-sent", Texts.RefusalNotSent);
    public static Refusal WasThanked => new("report-was-thanked", Texts.RefusalWasThanked);
    public static Refusal NoWords => new("report-no-words", Texts.RefusalNoWords, "words");
    public static Refusal NoSummary =>
        new("report-no-summary", Texts.RefusalNoSummary, PartnerReport.Summary);

    public static Refusal TooLong(int length) => AnswerTooLong("words", length, PartnerReport.Most);

    public static Refusal AnswerTooLong(string field, int length, int most = 20_000) =>
        new("report-too-long", Fill(Texts.RefusalTooLong, most, length), field);

    public static Refusal WrittenMeanwhile(string question, string by, string text) =>
        new("report-written-meanwhile", Fill(Texts.RefusalWrittenMeanwhile, by, text), question);

    private static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
