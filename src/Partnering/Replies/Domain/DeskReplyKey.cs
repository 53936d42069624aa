using System.Security.Cryptography;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Applications.Domain;

namespace Banyan.Partnering.Replies.Domain;

/// <summary>With it, the answer of somebody of the desk to one of our mails finds its case and its writer. It goes to their address only.</summary>
internal sealed class DeskReplyKey
{
    private DeskReplyKey() { }

    public DeskReplyKey(ApplicationId application, PersonId person) =>
        (Application, Person) = (application, person);

    public ApplicationId Application { get; private init; }
    public PersonId Person { get; private init; }
    public string Key { get; private init; } =
        RandomNumberGenerator.GetString(SpokenLetters.All, 20).ToLowerInvariant();

    /// <summary>Who reads what comes by it; never the applicant, whom nobody writes to by a slip.</summary>
    public Audience Audience { get; private init; } = Audience.Staff;
}
