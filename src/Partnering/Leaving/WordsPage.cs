using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Partnerships;
using Banyan.Partnering.Partnerships.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Leaving;

/// <summary>A step of a partnership that one side takes with words that the other side reads.</summary>
internal abstract class WordsPage(OpenPartner open) : PartnerVerb(open)
{
    [BindProperty(Name = "words")]
    public string Words { get; set; } = "";

    public string Partner => Open.Partner.Title;

    /// <summary>What will happen besides the mail.</summary>
    public IReadOnlyList<string> Effects { get; protected set; } = [];

    /// <summary>Why it cannot be done now; null where it can.</summary>
    public virtual Refusal? Against => null;

    protected Grounds Grounds => new(Words);

    /// <summary>What its leaving leads to, as sentences.</summary>
    protected static IReadOnlyList<string> Said(IEnumerable<Consequence> consequences) =>
        [.. consequences.Select(consequence => consequence.Words)];

    protected Refusal? AgainstMove(PartnershipCommand command) =>
        PartnershipMoves.Find(Open.Partner.State, command) is null
            ? PartnershipRefusals.NotFrom(Open.Partner.State)
            : null;
}
