using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;

namespace Banyan.Rules.Tests.Programs;

/// <summary>What changed between two texts of a program, in words that a director reads.</summary>
public sealed class FileDiffTests
{
    private static readonly string s_text = ProgramFolder.Text("psf-community-partner.yaml");

    [Theory]
    [InlineData(
        "latestWeeksBefore: 6",
        "latestWeeksBefore: 8",
        "When one may apply › Apply at least so many weeks before: 6 became 8"
    )]
    [InlineData(
        "label: First name\n          required: true",
        "label: First name",
        "Questions of the form › About you › First name › Must be answered: changed from yes to no"
    )]
    [InlineData(
        "label: First name\n",
        "label: Given name\n",
        "Questions of the form › About you › Given name › Question: ‘First name’ became ‘Given name’"
    )]
    [InlineData(
        "  - key: not-official\n    summary: You stay independent; you do not become part of the foundation.\n",
        "  - key: new-clause\n    summary: Something new.\n    text: We know.\n  - key: not-official\n    summary: You stay independent; you do not become part of the foundation.\n",
        "Clauses: added ‘Something new.’"
    )]
    [InlineData(
        "state: open",
        "state: closed",
        "State: ‘Open: everybody may apply’ became ‘Closed’"
    )]
    [InlineData(
        "      - Mastodon\n",
        "",
        "Benefits › Up to two of your posts shared › Social networks: took out ‘Mastodon’"
    )]
    [InlineData(
        "name: PSF Community Partner",
        "name: { en: PSF Community Partner, bn: পিএসএফ }",
        "Name › BANGLA: is now ‘পিএসএফ’"
    )]
    [InlineData(
        "    unit: posts\n",
        "",
        "Benefits › Up to two of your posts shared › Of what: ‘posts’ was taken out"
    )]
    [InlineData(
        "report:\n  required: false\n",
        "report:\n  required: true\n",
        "Report › Partners have to report: changed from no to yes"
    )]
    [InlineData(
        "  - Mentions of the partnership are taken out on request; your own history stays yours.\n",
        "",
        "When a partnership ends: took out ‘Mentions of the partnership are taken out on request; your own history…’"
    )]
    [InlineData(
        "  approved:\n    subject: \"{reference}: {title} is",
        "  approved:\n    subject: \"{reference}: now {title} is",
        "Letters › When it is approved › Subject: ‘{reference}: {title} is a community partner’ became ‘{reference}: now {title} is a community partner’"
    )]
    public void A_change_is_one_sentence(string before, string after, string sentence)
    {
        s_text.ShouldContain(before);
        Changes(s_text, s_text.Replace(before, after, StringComparison.Ordinal))
            .Select(change => change.ToString())
            .ShouldBe([
                sentence.Replace("BANGLA", LanguageWords.Of("bn"), StringComparison.Ordinal),
            ]);
    }

    [Fact]
    public void The_same_text_has_no_changes_however_it_is_written() =>
        Changes(s_text, ProgramFile.Write(ProgramFile.Read(s_text, "").Definition!))
            .ShouldBeEmpty();

    [Fact]
    public void A_long_text_is_shown_word_by_word()
    {
        var change = Changes(
                s_text,
                s_text.Replace(
                    "neither of\n      them",
                    "none of\n      them",
                    StringComparison.Ordinal
                )
            )
            .ShouldHaveSingleItem();
        change.Where.ShouldBe(
            "Clauses › You stay independent; you do not become part of the foundation. › Exact text"
        );
        var (before, after) = change.Reworded.ShouldNotBeNull();
        before.ShouldContain("It makes neither of them a part");
        after.ShouldContain("It makes none of them a part");
    }

    [Fact]
    public void Another_order_of_clauses_is_one_sentence_and_not_many()
    {
        var root = TreeEdit.Read(s_text)!;
        var moved = TreeEdit.Move(TreeSpot.Find(root, "clauses/2")!, up: true)!;
        FileDiff
            .Between(root, moved)
            .Select(change => change.ToString())
            .ShouldBe(["Clauses: the order changed"]);
    }

    [Fact]
    public void Another_rule_of_decision_is_named()
    {
        var changed = Changes(
            s_text,
            s_text.Replace(
                "      lazyConsensus:\n        for: 3\n        withinDays: 10\n        discussionBusinessDays: 10\n",
                "      staff:\n        second: true\n",
                StringComparison.Ordinal
            )
        );
        changed[0]
            .ToString()
            .ShouldBe(
                "Stages › The Grants Work Group reviews › How the team decides: ‘Passes unless somebody objects’ became ‘Staff decides’"
            );
    }

    private static IReadOnlyList<Change> Changes(string before, string after) =>
        FileDiff.Between(TreeEdit.Read(before)!, TreeEdit.Read(after)!);
}
