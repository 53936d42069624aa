using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Programs.Editing;

internal static class EditRefusals
{
    public static Refusal DraftThere => new("draft-there", Texts.RefusalDraftThere);
    public static Refusal DraftGone => new("draft-gone", Texts.RefusalDraftGone);
    public static Refusal NotATree => new("draft-not-a-tree", Texts.RefusalNotATree);
    public static Refusal PlaceGone => new("place-gone", Texts.RefusalPlaceGone);
    public static Refusal AboveGone => new("above-gone", Texts.RefusalAboveGone);
    public static Refusal ChangedByAnother => new("draft-changed", Texts.RefusalChangedByAnother);

    public static Refusal FileProblems(int count) =>
        new("file-problems", Texts.RefusalFileProblems.With(count), "text");

    public static Refusal NoteMissing => new("note-missing", Texts.RefusalNoteMissing, "note");

    public static Refusal NoteTooLong(int most) =>
        new("note-too-long", Texts.RefusalNoteTooLong.With(most), "note");

    public static Refusal OldBase(int number) =>
        new("draft-old", Texts.RefusalOldBase.With(number), "anyway");

    public static Refusal NotComplete => new("draft-incomplete", Texts.RefusalNotComplete);
    public static Refusal NothingChanged => new("draft-same", Texts.RefusalNothingChanged);
    public static Refusal AtTheEnd => new("item-at-end", Texts.RefusalAtTheEnd);

    public static Refusal EditionKey(string now) =>
        new("edition-key", Texts.RefusalEditionKey.With(now), "key");

    public static Refusal EditionName => new("edition-name", Texts.RefusalEditionName, "name");

    public static Refusal EditionDay(string field) =>
        new("edition-day", Texts.RefusalEditionDay, field);

    public static Refusal EditionDays => new("edition-days", Texts.RefusalEditionDays, "lastDay");
}
