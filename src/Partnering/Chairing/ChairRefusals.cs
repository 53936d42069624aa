using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;

namespace Banyan.Partnering.Chairing;

internal static class ChairRefusals
{
    /// <param name="team">The slug, as the page of the team has it.</param>
    public static Refusal NobodyFree(string team) =>
        new("seat-nobody-free", Texts.RefusalNobodyFree.With(team));
}
