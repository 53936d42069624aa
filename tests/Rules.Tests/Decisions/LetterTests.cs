using System.Globalization;
using System.Runtime.CompilerServices;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Rules.Tests.Programs;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;
using AsvsAttribute = Banyan.Testing.AsvsAttribute;

namespace Banyan.Rules.Tests.Decisions;

/// <summary>Letters as they leave. The approved texts lie beside the programs, those without a program here; BANYAN_WRITE_DOCS=1 writes them anew, to be read in the diff.</summary>
public sealed partial class LetterTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");

    public static TheoryData<string, string> Letters()
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in ProgramFolder.Files())
        {
            foreach (var outcome in ProgramFolder.Read(file!).Decision.Outcomes)
                rows.Add(file!, outcome);
        }
        return rows;
    }

    [Theory, MemberData(nameof(Letters))]
    public void Every_letter_of_every_program_reads_as_approved(string file, string outcome)
    {
        var program = ProgramFolder.Read(file);
        var letter = Write(Draft(DecisionOutcomes.Read(outcome)!.Value, program), program);
        Compare(ProgramFolder.Letter(file, outcome), letter);
    }

    public static TheoryData<string, string, string> InOtherLanguages()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var file in ProgramFolder.Files())
        {
            var program = ProgramFolder.Read(file!);
            foreach (var language in LetterLanguages.Of(program).Skip(1))
            foreach (var outcome in program.Decision.Outcomes)
            {
                if (LetterLanguages.Has(program, outcome, language))
                    rows.Add(file!, outcome, language);
            }
        }
        return rows;
    }

    [Theory, MemberData(nameof(InOtherLanguages))]
    public void Every_letter_in_another_language_reads_as_approved(
        string file,
        string outcome,
        string language
    )
    {
        var program = ProgramFolder.Read(file);
        var draft = Draft(DecisionOutcomes.Read(outcome)!.Value, program);
        Compare(
            ProgramFolder.Letter(file, $"{outcome}.{language}"),
            Write(draft, program, language: language)
        );
        Compare(
            ProgramFolder.Letter(file, $"{outcome}-corrected.{language}"),
            Write(draft, program, Again(RevisitKind.Correction), language)
        );
        Compare(
            ProgramFolder.Letter(file, $"{outcome}-on-appeal.{language}"),
            Write(draft, program, Again(RevisitKind.Appeal), language)
        );
    }

    private static Revisit Again(RevisitKind kind) =>
        new(
            kind,
            "আগের চিঠিতে তারিখ ভুল ছিল।",
            // Machines spell some months in more than one way, and May in one.
            Now - Duration.FromDays(290),
            ApplicationState.Declined,
            Now - Duration.FromDays(300)
        );

    [Fact]
    public void A_correction_says_which_letter_it_takes_the_place_of_and_what_was_wrong()
    {
        var letter = Write(
            Declined(),
            again: new Revisit(
                RevisitKind.Correction,
                "We had looked at another code of conduct than yours.",
                Now - Duration.FromDays(2),
                ApplicationState.Approved,
                Now - Duration.FromDays(10)
            )
        );
        Compare(ProgramFolder.Letter("psf-community-partner.yaml", "declined-corrected"), letter);
    }

    [Fact]
    public void On_an_appeal_the_letter_says_that_others_have_decided()
    {
        var letter = Write(
            Approved(),
            again: new Revisit(
                RevisitKind.Appeal,
                "The page answers; it moved.",
                Now - Duration.FromDays(2),
                ApplicationState.Declined,
                Now - Duration.FromDays(10)
            )
        );
        Compare(ProgramFolder.Letter("psf-community-partner.yaml", "approved-on-appeal"), letter);
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("approvedWithConditions")]
    [InlineData("approvedOnTrial")]
    [InlineData("declined")]
    public void A_program_without_letters_gets_plain_ones(string outcome)
    {
        var program = Psf() with { Letters = new Dictionary<string, LetterTemplate>() };
        Compare(
            Here($"{outcome}-plain"),
            Write(Draft(DecisionOutcomes.Read(outcome)!.Value, program), program)
        );
    }

    [Fact]
    public void The_decline_without_a_day_lets_them_apply_again_at_once() =>
        Write(Declined() with { AgainFrom = null }, out _)
            .Paragraphs.ShouldContain(
                "You may apply again from Monday 1 March 2027. What you wrote is kept, so you need not begin anew."
            );

    [Fact]
    public void Without_a_last_day_the_letter_says_what_ends_it()
    {
        var program = Psf() with
        {
            Term = new Term(null, true, null),
            Letters = new Dictionary<string, LetterTemplate>
            {
                ["approved"] = new(
                    LocalText.Of("Welcome"),
                    LocalText.Of("Partner until {until}: {partnerPage}")
                ),
            },
        };
        var text = Write(Approved(), out var decision, program: program);
        text.Open.ShouldBeEmpty();
        text.Paragraphs.ShouldBe([
            "Partner until either side ends it: https://partners.example.org/partners/7K3Q9ZTD",
        ]);
        text.Next.ShouldBe(
            "Next: tell people about the partnership. It stands until either side ends it."
        );
        var letter = Letter.Write(decision, text, Now);
        (letter.Begins, letter.Until).ShouldBe((new LocalDate(2027, 3, 1), null));
    }

    [Asvs("V1.3.7")]
    [Fact]
    public void Braces_in_somebodys_words_are_no_placeholder()
    {
        var text = Write(Declined() with { Advice = "Write {name} and {nonsense}." }, out _);
        text.Open.ShouldBeEmpty();
        text.Paragraphs.ShouldContain("Write {name} and {nonsense}.");
    }

    [Fact]
    public void A_letter_with_an_open_place_is_not_released()
    {
        var text = Write(Approved(), out var decision, title: "");
        text.Open.ShouldBe(["title"]);
        var letter = Letter.Write(decision, text, Now);
        letter
            .Release(text, text.Fingerprint, Marie, Now)
            .Refusal!.Code.ShouldBe("letter-incomplete");
        letter.State.ShouldBe(LetterState.Draft);
    }

    [Fact]
    public void What_was_not_read_is_not_released()
    {
        var text = Write(Approved(), out var decision);
        var letter = Letter.Write(decision, text, Now);
        letter.Release(text, "another", Marie, Now).Refusal!.Code.ShouldBe("letter-changed");
    }

    [Fact]
    public void A_letter_that_leaves_cannot_be_stopped()
    {
        var text = Write(Approved(), out var decision);
        var letter = Letter.Write(decision, text, Now);
        letter.Release(text, text.Fingerprint, Marie, Now).Refusal.ShouldBeNull();
        letter.Leave(Now).Refusal.ShouldBeNull();
        letter.Stop(Marie, Now).Refusal!.Code.ShouldBe("letter-gone");
        letter.MarkLeft(Now).Refusal.ShouldBeNull();
        letter.Stop(Marie, Now).Refusal!.Code.ShouldBe("letter-gone");
        letter.Leave(Now).Refusal!.Code.ShouldBe("letter-not-waiting");
    }
}
