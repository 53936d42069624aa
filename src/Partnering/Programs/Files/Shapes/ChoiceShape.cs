using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Banyan.Partnering.Programs.Files.Shapes;

internal interface IChoiceShape
{
    IReadOnlyList<string> Allowed { get; }
}

/// <summary>One of a few words.</summary>
internal sealed class ChoiceShape<T>(IReadOnlyList<(string Word, T Value)> choices)
    : Shape<T>,
        IChoiceShape
    where T : notnull
{
    public IReadOnlyList<string> Allowed { get; } = [.. choices.Select(choice => choice.Word)];

    public override bool TryRead(
        FileNode node,
        Problems problems,
        [MaybeNullWhen(false)] out T value
    )
    {
        if (Scalars.IsNothing(node))
            return Refuse(
                node,
                problems,
                Words.Fill(Texts.NoValueOf, Words.List(Allowed)),
                out value
            );
        if (node is not FileScalar scalar)
            return Refuse(
                node,
                problems,
                Words.Fill(Texts.NeedsOneOf, Words.List(Allowed)),
                out value
            );
        foreach (var choice in choices)
        {
            if (choice.Word == scalar.Text)
            {
                value = choice.Value;
                return true;
            }
        }
        var nearest = Words.DidYouMean(scalar.Text, Allowed);
        return Refuse(
            node,
            problems,
            Words.Fill(Texts.UnknownWord, Excerpt.Of(scalar.Text), Words.List(Allowed)) + nearest,
            out value
        );
    }

    public override bool CanWrite(T value) =>
        choices.Any(choice => EqualityComparer<T>.Default.Equals(choice.Value, value));

    public override FileNode Write(T value) =>
        FileScalar.OfText(
            choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word
        );
}

internal static class Choice
{
    /// <summary>The members of the enumeration in camelCase, without those that are not written.</summary>
    public static ChoiceShape<T> Of<T>(params T[] except)
        where T : struct, Enum =>
        new([
            .. Enum.GetValues<T>()
                .Where(value => !except.Contains(value))
                .Select(value => (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), value)),
        ]);

    public static ChoiceShape<string> Of(IEnumerable<string> words) =>
        new([.. words.Select(word => (word, word))]);
}
