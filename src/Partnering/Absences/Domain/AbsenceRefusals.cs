using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Absences.Domain;

internal static class AbsenceRefusals
{
    public static Refusal EndsBeforeItBegins =>
        new("absence-ends-before", Texts.RefusalEndsBefore, "until");
    public static Refusal OverAlready => new("absence-over", Texts.RefusalOver, "until");
    public static Refusal StandInMissing =>
        new("absence-stand-in-missing", Texts.RefusalStandInMissing, "standIn");

    public static Refusal Unreadable(string sentence, string field) =>
        new("absence-day-unreadable", sentence, field);
}
