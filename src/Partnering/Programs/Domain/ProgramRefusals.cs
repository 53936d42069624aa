using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Programs.Domain;

internal static class ProgramRefusals
{
    public static Refusal OfAnother(string slug) =>
        new(
            "program-of-another",
            string.Format(CultureInfo.CurrentCulture, Texts.RefusalOfAnother, slug)
        );
}
