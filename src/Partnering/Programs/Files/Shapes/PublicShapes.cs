using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>What the public page tells of the program, and when one may apply: chapters, figures, edition, rounds.</summary>
internal static class PublicShapes
{
    public static readonly ObjectShape<Chapter> Chapter = new(
        fields =>
        {
            var key = fields.Required("key", Common.Key, chapter => chapter.Key);
            var title = fields.Required("title", Common.Line, chapter => chapter.Title);
            var text = fields.Maybe("text", Common.Text, chapter => chapter.Text);
            var points = fields.List("points", Common.Lines, chapter => chapter.Points);
            return values => new Chapter
            {
                Key = values.Of(key),
                Title = values.Of(title),
                Text = values.Of(text),
                Points = values.Of(points),
            };
        },
        (chapter, node, problems) =>
        {
            if (chapter.Text is null && chapter.Points.Count == 0)
                problems.Add(node, Texts.ChapterNeedsWords);
        }
    );

    public static readonly ObjectShape<Figure> Figure = new(fields =>
    {
        var label = fields.Required("label", Common.Line, figure => figure.Label);
        var value = fields.Required("value", Common.ShortLine, figure => figure.Value);
        var asOf = fields.Required("asOf", Common.Date, figure => figure.AsOf);
        var source = fields.Maybe("source", Common.Line, figure => figure.Source);
        return values => new Figure(
            values.Of(label),
            values.Of(value),
            values.Of(asOf),
            values.Of(source)
        );
    });

    public static readonly ObjectShape<Edition> Edition = new(
        fields =>
        {
            var key = fields.Required("key", Common.EditionKey, edition => edition.Key);
            var title = fields.Required("title", Common.Line, edition => edition.Title);
            var first = fields.MaybeValue("firstDay", Common.Date, edition => edition.FirstDay);
            var last = fields.MaybeValue("lastDay", Common.Date, edition => edition.LastDay);
            return values => new Edition
            {
                Key = values.Of(key),
                Title = values.Of(title),
                FirstDay = values.Of(first),
                LastDay = values.Of(last),
            };
        },
        (edition, node, problems) =>
        {
            if (edition.LastDay < edition.FirstDay)
                problems.Add(node.Find("lastDay")!, Texts.EndsBeforeItBegins);
        }
    );

    public static readonly ObjectShape<ApplicationRound> Round = new(
        fields =>
        {
            var key = fields.Required("key", Common.Key, round => round.Key);
            var title = fields.Required("title", Common.Line, round => round.Title);
            var opens = fields.Required("opens", Common.Date, round => round.Opens);
            var closes = fields.Required("closes", Common.Date, round => round.Closes);
            return values => new ApplicationRound
            {
                Key = values.Of(key),
                Title = values.Of(title),
                Opens = values.Of(opens),
                Closes = values.Of(closes),
            };
        },
        (round, node, problems) =>
        {
            if (round.Closes < round.Opens)
                problems.Add(node.Find("closes")!, Texts.EndsBeforeItBegins);
        }
    );
}
