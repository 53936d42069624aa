using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Tags.Domain;

/// <summary>A word that the staff puts on a case, to find it again. Applicants and work groups do not see it.</summary>
internal sealed class CaseTag
{
    public const int MostOnOne = 12;
    public const int WordLength = 40;

    private CaseTag() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ApplicationId Application { get; private init; }

    /// <summary>In lower case, so that a word is one word however it was typed.</summary>
    public string Word { get; private init; } = "";
    public Instant At { get; private init; }

    /// <param name="there">What the case has already.</param>
    public static (CaseTag? Tag, Outcome Outcome) Put(
        ApplicationId application,
        string typed,
        IReadOnlyCollection<CaseTag> there,
        Actor actor,
        Instant now
    )
    {
        var word = WordOf(typed);
        if (word.Length == 0)
            return (null, TagRefusals.Missing);
        if (word.Length > WordLength)
            return (null, TagRefusals.TooLong);
        if (there.Any(tag => tag.Word == word))
            return (null, TagRefusals.There(word));
        if (there.Count >= MostOnOne)
            return (null, TagRefusals.TooMany);
        return (
            new CaseTag
            {
                Application = application,
                Word = word,
                At = now,
            },
            Outcome.Of(actor, now, new CaseTagged(application.Value, word))
        );
    }

    /// <summary>The caller takes the row away.</summary>
    public Outcome TakeOff(Actor actor, Instant now) =>
        Outcome.Of(actor, now, new CaseUntagged(Application.Value, Word));

    public static string WordOf(string? typed) => Typed.OneLine(typed).ToLowerInvariant();
}
