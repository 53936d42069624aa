using NodaTime;
using NodaTime.Text;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>A day as ISO 8601 writes it, 2026-11-21.</summary>
internal sealed class DayShape : Shape<LocalDate>
{
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public override bool TryRead(FileNode node, Problems problems, out LocalDate value)
    {
        if (Scalars.IsNothing(node))
            return Refuse(node, problems, Texts.NoValue, out value);
        value = default;
        if (
            node is FileScalar scalar
            && LocalDatePattern.Iso.Parse(scalar.Text) is { Success: true, Value: var day }
        )
        {
            value = day;
            return true;
        }
        return Refuse(node, problems, Texts.NeedsDay, out value);
    }

    public override FileNode Write(LocalDate value) =>
        FileScalar.OfWord(LocalDatePattern.Iso.Format(value));
}
