using System.Diagnostics;
using Banyan.Kernel.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Banyan.Rules.Tests.Kernel;

public sealed class WordDiffTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "the ",
            "partner",
            " ",
            "  ",
            "\n",
            "logo",
            ".",
            ",",
            "é",
            "e\u0301",
            "কমিউনিটি",
            "समुदाय ",
            "👩‍🌾",
            "a",
            "b"
        )
        .ListOf()
        .Select(string.Concat);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new words", "+new words+")]
    [InlineData("old words", "", "-old words-")]
    [InlineData(
        "We follow the code of conduct.",
        "We follow an enforced code of conduct.",
        "We follow -the-+an enforced+ code of conduct."
    )]
    [InlineData("one two three four", "one 2 3 four", "one -two three-+2 3+ four")]
    [InlineData("one two", "one two three", "one two+ three+")]
    [InlineData("Within 10 days.", "Within 14 days.", "Within -10-+14+ days.")]
    [InlineData("a\nb\nc", "a\nc", "a\n-b\n-c")]
    public void Words_that_went_and_came_are_named(string before, string after, string written) =>
        Written(before, after).ShouldBe(written);

    [Fact]
    public void A_letter_is_never_cut_from_its_marks() =>
        Written("কমিউনিটি ভালো", "কমিউনিটির ভালো").ShouldBe("-কমিউনিটি-+কমিউনিটির+ ভালো");

    [Fact]
    public void Both_texts_can_be_read_out_of_what_is_different() =>
        Prop.ForAll(
                Arb.From(Texts.SelectMany(before => Texts.Select(after => (before, after)))),
                pair =>
                {
                    var runs = WordDiff.Of(pair.before, pair.after);
                    string Without(WordChange change) =>
                        string.Concat(runs.Where(run => run.Change != change).Select(r => r.Text));
                    return Without(WordChange.Added) == pair.before
                        && Without(WordChange.Removed) == pair.after
                        && runs.All(run => run.Text.Length > 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_written_anew_from_end_to_end_is_compared_by_lines_and_in_time()
    {
        var before = Long("before");
        var watch = Stopwatch.StartNew();
        var runs = WordDiff.Of(before + "\nkept line\n", Long("after") + "\nkept line\n");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        runs.Select(run => run.Change)
            .ShouldBe([WordChange.Removed, WordChange.Added, WordChange.Same]);
        runs[2].Text.ShouldBe("\nkept line\n");
        static string Long(string word) =>
            string.Join(' ', Enumerable.Range(0, 20_000).Select(number => word + number));
    }

    [Fact]
    public void A_long_text_with_one_changed_word_is_compared_by_words()
    {
        var before = string.Join(' ', Enumerable.Range(0, 20_000));
        WordDiff
            .Of(before, before.Replace(" 777 ", " seven ", StringComparison.Ordinal))
            .Where(run => run.Change != WordChange.Same)
            .ShouldBe([
                new WordRun(WordChange.Removed, "777"),
                new WordRun(WordChange.Added, "seven"),
            ]);
    }

    private static string Written(string before, string after) =>
        string.Concat(
            WordDiff
                .Of(before, after)
                .Select(run =>
                    run.Change switch
                    {
                        WordChange.Same => run.Text,
                        WordChange.Removed => $"-{run.Text}-",
                        WordChange.Added => $"+{run.Text}+",
                    }
                )
        );
}
