using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.TakingPart.Domain;

namespace Banyan.Partnering.TakingPart;

/// <summary>The same words on the page and in the table that is taken away.</summary>
internal static class TakingPartWords
{
    public static string Share(MemberYear member) =>
        member.Percent is { } percent ? Texts.Percent.With(percent) : Texts.NoShare;

    public static string Rule(MemberYear member) =>
        member.IsEnough switch
        {
            true => Texts.Enough,
            false => Texts.NotEnough,
            null => Texts.NoRound,
        };

    public static Tone ToneOf(MemberYear member) =>
        member.IsEnough switch
        {
            true => Tone.Ok,
            false => Tone.Wait,
            null => Tone.Plain,
        };

    public static string Seats(int count) =>
        Plural.Of(count, Texts.SeatsOne, Texts.SeatsOther, CultureInfo.CurrentCulture);
}
