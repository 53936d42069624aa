using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Partnering.Partnerships.Domain;

namespace Banyan.Partnering.Partnerships;

/// <summary>
/// The badge as an SVG picture of 20 units' height: mark, program, standing. It carries no script, no style and no address, so that it is the same
/// behind every image proxy; the standing is told by words and by a shape, not by the colour alone.
/// </summary>
internal static class Badge
{
    private const int Height = 20;
    private const double LetterWidth = 6.6;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static byte[] Draw(PartnerFacts partner)
    {
        var label = partner.Program.Name.In(CultureInfo.CurrentUICulture);
        var words = StandingWords.OnBadge(partner);
        var title = StandingWords.Answer(partner);
        var labelWidth = 26 + Width(label) + 6;
        var wordsWidth = 22 + Width(words) + 6;
        var whole = labelWidth + wordsWidth;
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("width", whole),
            new XAttribute("height", Height),
            new XAttribute("viewBox", Number($"0 0 {whole} {Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "badge-title badge-about"),
            new XElement(Svg + "title", new XAttribute("id", "badge-title"), title),
            new XElement(
                Svg + "desc",
                new XAttribute("id", "badge-about"),
                StandingWords.Fill(Texts.BadgeAbout, label, StandingWords.Of(partner.Standing))
            ),
            Box(0, whole, "#33403a", 3),
            Half(labelWidth, whole, Colour(partner.Standing)),
            Mark(),
            Words(26, Width(label), label),
            Shape(partner.Standing, labelWidth + 6),
            Words(labelWidth + 22, Width(words), words)
        );
        return Encoding.UTF8.GetBytes(picture.ToString(SaveOptions.DisableFormatting) + "\n");
    }

    /// <summary>Dark enough for white letters (at least 4.5 to 1).</summary>
    public static string Colour(Standing standing) =>
        standing switch
        {
            Standing.Partner => "#2f6b4f",
            Standing.RenewalDue => "#8a5a00",
            Standing.Alumni => "#4a5b78",
            Standing.NotCurrent => "#5c5c5c",
        };

    private static XElement Box(int x, int width, string fill, int radius) =>
        new(
            Svg + "rect",
            new XAttribute("x", x),
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("rx", radius),
            new XAttribute("fill", fill)
        );

    /// <summary>The right part: square on the left, rounded on the right.</summary>
    private static XElement Half(int from, int to, string fill) =>
        new(
            Svg + "path",
            new XAttribute("fill", fill),
            new XAttribute(
                "d",
                Number($"M{from} 0H{to - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1 -3 3H{from}Z")
            )
        );

    // The banyan: a crown on a trunk and its aerial roots.
    private static XElement Mark() =>
        Line(
            "M5.5 10C4.5 6.5 7.5 5 9.5 5.5C10.5 3.5 15.5 3.5 16.5 5.5C18.5 5 21.5 6.5 20.5 10M5.5 10C9 8.5 11.5 10 11.5 13V16.5M20.5 10C17 8.5 14.5 10 14.5 13V16.5M8 10V16.5M18 10V16.5"
        );

    /// <summary>A tick, a clock's hands, a ring, a bar: each standing has a shape of its own.</summary>
    private static XElement Shape(Standing standing, int x)
    {
        var shape = standing switch
        {
            Standing.Partner => "M1 10.5L4 13.5L10 6.5",
            Standing.RenewalDue => "M5.5 5A5 5 0 1 1 5.49 5ZM5.5 7V10H8",
            Standing.Alumni => "M5.5 5.5A4.5 4.5 0 1 1 5.49 5.5Z",
            Standing.NotCurrent => "M1.5 10H9.5",
        };
        var line = Line(shape);
        line.Add(new XAttribute("transform", Number($"translate({x} 0)")));
        return line;
    }

    private static XElement Line(string path) =>
        new(
            Svg + "path",
            new XAttribute("fill", "none"),
            new XAttribute("stroke", "#fff"),
            new XAttribute("stroke-width", "1.5"),
            new XAttribute("stroke-linecap", "round"),
            new XAttribute("stroke-linejoin", "round"),
            new XAttribute("d", path)
        );

    // textLength holds the words within their box, whichever font the reader has.
    private static XElement Words(int x, int width, string words) =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", 14),
            new XAttribute("fill", "#fff"),
            new XAttribute("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif"),
            new XAttribute("font-size", 11),
            new XAttribute("textLength", width),
            new XAttribute("lengthAdjust", "spacingAndGlyphs"),
            words
        );

    private static int Width(string words) =>
        (int)Math.Ceiling(new StringInfo(words).LengthInTextElements * LetterWidth);

    private static string Number(FormattableString text) => FormattableString.Invariant(text);
}
