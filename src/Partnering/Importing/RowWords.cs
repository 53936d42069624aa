using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Partnering.Importing;

/// <summary>What an import says of its rows, in words.</summary>
internal static class RowWords
{
    /// <summary>Whose it is, when it was sent, and what became of it.</summary>
    public static string About(PastRow row) =>
        string.Join(
            " · ",
            (
                (string?[])
                    [
                        row.Email?.ToString(),
                        row.Submitted is { } sent ? Texts.SentOn.With(DayWords.Of(sent)) : null,
                        row.Decided is { } decided
                            ? Texts.OutcomeOn.With(Of(row.Outcome), DayWords.Of(decided))
                            : Of(row.Outcome),
                    ]
            ).OfType<string>()
        );

    public static string Of(PastOutcome outcome) =>
        outcome switch
        {
            PastOutcome.Approved => Texts.OutcomeApproved,
            PastOutcome.Declined => Texts.OutcomeDeclined,
            PastOutcome.Withdrawn => Texts.OutcomeWithdrawn,
            PastOutcome.Closed => Texts.OutcomeClosed,
        };

    /// <summary>A row as the command prints it.</summary>
    public static ImportLine Line(JudgedRow row) =>
        new(
            row.Row.Line,
            row.Verdict.ToString().ToLowerInvariant(),
            row.Row.Title,
            row.Verdict switch
            {
                RowVerdict.New => About(row.Row),
                RowVerdict.Same when row.OtherLine is { } line => Texts.SameAsLine.With(line),
                RowVerdict.Same => Texts.SameAsCase,
                RowVerdict.Like when row.OtherLine is { } line => Texts.LikeLine.With(line, row.By),
                RowVerdict.Like => Texts.LikeCase.With(row.By),
                RowVerdict.Bad => string.Join(" ", row.Row.Problems),
            }
        );
}
