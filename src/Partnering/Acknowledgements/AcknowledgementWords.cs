using System.Globalization;
using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Acknowledgements;

internal static class AcknowledgementWords
{
    public static string Partners(int count) =>
        Plural.Of(count, Texts.PartnersOne, Texts.PartnersOther, CultureInfo.CurrentCulture);
}
