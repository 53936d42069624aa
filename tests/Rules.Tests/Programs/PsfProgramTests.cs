using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Rules.Tests.Programs;

/// <summary>What the foundation's program says, fact by fact.</summary>
public sealed class PsfProgramTests
{
    private static readonly ProgramDefinition s_program = ProgramFolder.Read(
        "psf-community-partner.yaml"
    );

    [Fact]
    public void It_is_run_by_the_foundation_for_events()
    {
        (s_program.Organisation, s_program.Slug, s_program.ReferencePrefix).ShouldBe(
            ("psf", "psf-community-partner", "PSF")
        );
        (s_program.Unit, s_program.State).ShouldBe((ProgramUnit.Event, ProgramState.Open));
    }

    [Fact]
    public void It_moves_no_money_and_says_who_decides()
    {
        English(s_program.Summary).ShouldContain("No money changes hands");
        var purpose = English(s_program.Purpose);
        purpose.ShouldContain("staff runs the program");
        purpose.ShouldContain("Grants Work Group decides");
        purpose.ShouldContain("Board is asked");
    }

    [Fact]
    public void It_names_those_whom_it_is_for()
    {
        var all = string.Join('\n', s_program.WhoQualifies.Select(English));
        foreach (
            var kind in new[] { "PyCons", "Workshops", "Meetups", "Organisations", "initiatives" }
        )
            all.ShouldContain(kind, Case.Sensitive);
    }

    [Theory]
    [InlineData(
        "not-official",
        "neither of them a part of the Python Software Foundation, officially or in law"
    )]
    [InlineData("trademarks", "\"PyCon\" and \"PyLadies\"")]
    [InlineData("trademarks", "today and will go on doing so")]
    [InlineData("this-one-only", "Later editions and offshoots do not take it over")]
    [InlineData("this-one-only", "one year after the day of approval")]
    [InlineData(
        "substantial-change",
        "its goals, its purpose, its mission or its leadership change substantially"
    )]
    [InlineData("no-endorsement", "does not thereby express approval of any single action")]
    [InlineData(
        "no-authority",
        "no authority to hold a talk, a workshop, a booth or anything else"
    )]
    [InlineData("may-mention", "everybody can see that it is the community that speaks")]
    [InlineData("revocation", "at any time")]
    [InlineData("revocation", "misrepresented")]
    [InlineData("revocation", "a matter of conduct was mishandled")]
    [InlineData("revocation", "we remove its name, its logo and every mention")]
    public void Each_clause_says_its_fact(string key, string words) =>
        English(s_program.Clauses.Single(clause => clause.Key == key).Text)
            .ShouldContain(words, Case.Sensitive);

    [Fact]
    public void There_are_eight_clauses_each_with_a_plain_sentence_and_a_hash_of_its_own()
    {
        s_program.Clauses.Count.ShouldBe(8);
        s_program.Clauses.ShouldAllBe(clause =>
            English(clause.Summary).Length < English(clause.Text).Length
        );
        s_program.Clauses.Select(ClauseText.Hash).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void One_applies_from_six_months_to_six_weeks_before_and_for_the_first_time_eight_if_possible() =>
        s_program.Window.ShouldBe(
            new WindowRule
            {
                LatestWeeksBefore = 6,
                FirstTimeWeeksBefore = 8,
                FirstTimeSoft = true,
                EarliestMonthsBefore = 6,
                Soft = false,
            }
        );

    [Fact]
    public void Staff_looks_first_then_the_work_group_decides_and_the_board_may_be_asked()
    {
        s_program
            .Stages.Select(stage => (stage.Kind, stage.Team))
            .ShouldBe([
                (StageKind.PreReview, "staff"),
                (StageKind.Review, "grants-work-group"),
                (StageKind.Consultation, "board"),
            ]);
        s_program
            .Stages[1]
            .Rule.ShouldBe(
                new DecisionRule.LazyConsensus(
                    For: 3,
                    WithinDays: 10,
                    DiscussionBusinessDays: 10,
                    Early: false
                )
            );
    }

    [Fact]
    public void A_decision_takes_eight_weeks_at_most_and_waiting_closes_after_six()
    {
        (s_program.Clocks.WholeWeeks, s_program.Clocks.WaitingClosesAfterWeeks).ShouldBe((8, 6));
        s_program.Clocks.RemindAtWeeks.ShouldBe([2, 5]);
    }

    [Fact]
    public void The_partner_gets_name_and_logo_two_posts_a_report_and_resources()
    {
        s_program
            .Benefits.Select(benefit => benefit.Kind)
            .ShouldBe(["logo", "posts", "report", "resources"]);
        var posts = s_program.Benefits[1];
        (posts.Quantity, posts.Unit).ShouldBe((2, "posts"));
        posts.Networks.ShouldBe(["LinkedIn", "Bluesky", "Mastodon", "X"]);
        posts.Eligible.Count.ShouldBe(5);
        posts.NotEligible.Count.ShouldBe(3);
        foreach (
            var words in new[]
            {
                "capacity of the chair",
                "calendar",
                "professional and inclusive",
                "discriminatory, sexualised or otherwise inappropriate",
            }
        )
            English(posts.Text).ShouldContain(words, Case.Sensitive);
    }

    [Fact]
    public void Both_sides_promise_something() =>
        s_program
            .Commitments.Select(commitment => commitment.Side)
            .Distinct()
            .ShouldBe([Side.Partner, Side.Organisation]);

    [Fact]
    public void The_report_is_optional_and_asks_for_outcomes_impact_and_improvements()
    {
        s_program.Report!.Required.ShouldBeFalse();
        s_program
            .Report.Questions.Select(question => question.Key)
            .ShouldBe(["outcomes", "programImpact", "improvements"]);
        s_program.Report.Questions.ShouldAllBe(question => !question.Required);
    }

    [Fact]
    public void A_partnership_lasts_twelve_months() => s_program.Term.Months.ShouldBe(12);

    [Fact]
    public void Each_occasion_has_its_letter()
    {
        s_program.Letters.Keys.Order().ShouldBe(LetterPlaceholders.Occasions.Order());
        Used("received")
            .ShouldBe(["name", "next", "organisation", "program", "reference", "title"]);
        Used("declined")
            .ShouldBe([
                "advice",
                "againFrom",
                "name",
                "next",
                "organisation",
                "program",
                "reasons",
                "reference",
                "title",
            ]);
        Used("approved")
            .ShouldBe([
                "name",
                "next",
                "organisation",
                "partnerPage",
                "program",
                "reference",
                "title",
                "until",
            ]);
    }

    [Fact]
    public void The_letter_of_approval_says_what_comes_next()
    {
        var body = English(s_program.Letters["approved"].Body);
        foreach (var words in new[] { "- Logo: ", "- Posts: ", "- Report: ", "optional" })
            body.ShouldContain(words, Case.Sensitive);
    }

    [Fact]
    public void One_can_ask_report_a_concern_meet_and_read()
    {
        s_program
            .Contacts.Select(contact => (English(contact.Role), contact.Email))
            .ShouldBe([
                ("Questions and feedback", "grants@psf.example"),
                ("Concerns about a partner or a shared post", "grants@psf.example"),
                ("Office hours", null),
                ("Resources for organisers", null),
            ]);
        English(s_program.Contacts[2].Text)
            .ShouldContain("third Tuesday of a month, from 13:00 to 14:00 UTC, as a text chat");
        English(s_program.Contacts[2].Text).ShouldContain("locked between the sessions");
    }

    [Fact]
    public void The_public_page_has_all_its_parts()
    {
        s_program.Purpose.ShouldNotBeNull();
        s_program.WhoDoesNot.Count.ShouldBe(5);
        s_program.Leaving.Count.ShouldBe(3);
        s_program.Stages.ShouldAllBe(stage => stage.Description != null);
        s_program.Criteria.ShouldAllBe(criterion => criterion.Help != null);
        s_program.Benefits.ShouldAllBe(benefit => benefit.Text != null);
    }

    private static IEnumerable<string> Used(string letter) =>
        LetterPlaceholders
            .In(
                English(s_program.Letters[letter].Subject) + English(s_program.Letters[letter].Body)
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string English(LocalText? text) =>
        text.ShouldNotBeNull().In(CultureInfo.InvariantCulture);
}
