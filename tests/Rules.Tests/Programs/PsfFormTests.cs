using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Rules.Tests.Programs;

/// <summary>What the foundation's program asks, and of whom.</summary>
public sealed class PsfFormTests
{
    private static readonly ProgramDefinition s_program = ProgramFolder.Read(
        "psf-community-partner.yaml"
    );

    [Fact]
    public void There_are_five_mandatory_criteria()
    {
        s_program
            .Criteria.Select(criterion => criterion.Key)
            .ShouldBe(["impact", "python", "page", "conduct", "bounds"]);
        s_program.Criteria.ShouldAllBe(criterion => criterion.Mandatory);
        English(Criterion("impact").Text).ShouldContain("positive");
        English(Criterion("python").Text).ShouldContain("majority");
        English(Criterion("page").Help)
            .ShouldBe(
                "A domain of its own, Meetup and Luma count. The page answers and shows that something happens."
            );
        English(Criterion("conduct").Text)
            .ShouldBe("It has an enforceable code of conduct with a clear way to report.");
        English(Criterion("bounds").Text).ShouldContain("bounds of the title");
    }

    [Fact]
    public void The_quiz_has_three_questions_that_each_show_a_way_forward()
    {
        s_program
            .Eligibility.Select(question => question.Key)
            .ShouldBe(["python", "page", "conduct"]);
        s_program.Eligibility.ShouldAllBe(question =>
            question.Qualifies && English(question.WayForward).Length > 100
        );
    }

    [Fact]
    public void Every_meaning_is_asked_once()
    {
        var asked = s_program
            .Questions.Select(question => question.Means)
            .Where(meaning => meaning != Meaning.None)
            .Order();
        asked.ShouldBe(Enum.GetValues<Meaning>().Where(meaning => meaning != Meaning.None));
        s_program
            .Questions.Where(question => question.Means != Meaning.None)
            .ShouldAllBe(question => question.Required);
    }

    [Fact]
    public void Every_section_has_three_to_six_questions() =>
        s_program.Sections.ShouldAllBe(section =>
            section.Questions.Count >= 3 && section.Questions.Count <= 6
        );

    [Fact]
    public void Every_question_that_has_no_meaning_is_optional_and_says_why_it_is_asked() =>
        s_program
            .Questions.Where(question => question.Means == Meaning.None)
            .ShouldAllBe(question => !question.Required && question.Purpose != null);

    [Fact]
    public void Seven_kinds_can_be_chosen_and_only_an_initiative_needs_no_date()
    {
        var options = s_program.Asking(Meaning.Kind)!.Options;
        options
            .Select(option => option.Key)
            .ShouldBe([
                "conference",
                "workshop",
                "meetup",
                "organisation",
                "initiative",
                "sprint",
                "other",
            ]);
        options
            .Where(option => option.Undated)
            .Select(option => option.Key)
            .ShouldBe(["initiative"]);
    }

    [Fact]
    public void A_group_with_several_events_a_year_applies_once() =>
        English(s_program.Sections.Single(section => section.Key == "subject").Intro)
            .ShouldBe(
                "A group with several events a year, such as a meetup or a chapter, applies once as a group and not for each event."
            );

    [Fact]
    public void Only_staff_reads_the_address_and_personal_answers_are_not_kept_for_ever()
    {
        s_program.Asking(Meaning.Email)!.Visibility.ShouldBe(Visibility.Staff);
        Meaning[] personal = [Meaning.FirstName, Meaning.LastName, Meaning.Email];
        personal
            .Select(meaning => s_program.Asking(meaning)!.RetentionMonths)
            .ShouldBe([24, 24, 24]);
        personal.ShouldAllBe(meaning => s_program.Asking(meaning)!.Visibility != Visibility.Public);
    }

    private static Criterion Criterion(string key) =>
        s_program.Criteria.Single(criterion => criterion.Key == key);

    private static string English(LocalText? text) =>
        text.ShouldNotBeNull().In(CultureInfo.InvariantCulture);
}
