using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;

namespace Banyan.Rules.Tests.Programs;

public sealed class ProgramFileRoundTripTests
{
    [Fact]
    public void The_PSF_program_written_and_read_again_is_the_same()
    {
        var written = ProgramFile.Write(ProgramFolder.Read("psf-community-partner.yaml"));
        ProgramFile.Write(Again(written)).ShouldBe(written);
    }

    [Fact]
    public void A_small_program_is_written_as_a_person_would()
    {
        ProgramFile
            .Write(SmallProgram.Read())
            .ShouldBe(
                """
                banyan: program/1
                organisation: umbrella
                slug: partner
                name: Partner
                referencePrefix: UMB
                summary: For groups.
                state: open
                unit: community

                form:
                  sections:
                    - key: group
                      title: The group
                      questions:
                        - key: title
                          type: shortText
                          means: title
                          label: Title
                        - key: kind
                          type: choice
                          label: Kind
                          options:
                            - key: club
                              label: Club
                            - key: school
                              label: School
                        - key: grade
                          type: number
                          label: Grade

                stages:
                  - key: look
                    kind: preReview
                    title: A look
                    team: staff
                    rule:
                      staff: {}

                clocks:
                  wholeWeeks: 4
                  waitingClosesAfterWeeks: 3

                term:
                  months: 12

                """
            );
    }

    [Fact]
    public void Everything_that_a_definition_can_say_survives()
    {
        var full = FullProgram.Definition;
        var again = Again(ProgramFile.Write(full));
        ProgramFile.Write(again).ShouldBe(ProgramFile.Write(full));
        again.StateReason.ShouldBe(full.StateReason);
        again.Window.ShouldBe(full.Window);
        again.Stages.ShouldBe(full.Stages);
        again.Eligibility.ShouldBe(full.Eligibility);
        again.Criteria.ShouldBe(full.Criteria);
        again.Clauses.ShouldBe(full.Clauses);
        again.Letters.OrderBy(pair => pair.Key).ShouldBe(full.Letters.OrderBy(pair => pair.Key));
        again.Commitments.ShouldBe(full.Commitments);
        again.Contacts.ShouldBe(full.Contacts);
        again.Leaving.ShouldBe(full.Leaving);
        again
            .Questions.Select(question => question with { Options = [], ShowIf = null })
            .ShouldBe(
                full.Questions.Select(question => question with { Options = [], ShowIf = null })
            );
        again
            .Questions.SelectMany(question => question.Options)
            .ShouldBe(full.Questions.SelectMany(question => question.Options));
        again.Questions.Last().ShowIf!.AnyOf.ShouldBe(["no"]);
        again.Decision.SecondPerson.ShouldBeTrue();
        again.Decision.Outcomes.ShouldBe(["approved"]);
        again.Clocks.RemindAtWeeks.ShouldBe([1, 2]);
        again.Clocks.PromotionLeadDays.ShouldBe(10);
        again.Benefits.Single().NotEligible.ShouldBe(full.Benefits.Single().NotEligible);
        again.Benefits.Single().Networks.ShouldBe(["Mastodon", "X"]);
        again.Report!.Questions.ShouldBe(full.Report!.Questions);
        again.Term.ShouldBe(full.Term);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("No")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("12")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData(".5")]
    [InlineData("2028-06-07")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("a:")]
    [InlineData("- a")]
    [InlineData("? a")]
    [InlineData("# a")]
    [InlineData("'a' and \"b\" and \\c")]
    [InlineData("{a}, [b]")]
    [InlineData("*a &b !c %d @e `f |g >h")]
    [InlineData("---")]
    [InlineData("...")]
    [InlineData("a  b   c")]
    [InlineData("one\ntwo")]
    [InlineData("one\n\n\ntwo\n  three\n\nfour")]
    [InlineData("- one\n- two\n# three\n---\n...")]
    [InlineData("পাইথন সবার জন্য, ক্‌ষ ও र्‍य 🌳")]
    [InlineData("tilde ~ dollar $ pipe | tick ` joined\u00A0blank")]
    public void Any_text_survives_short_and_long(string text)
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 60));
        var unbroken = new string('w', 240);
        string[] texts =
        [
            text,
            $"{text} {words}",
            $"{words} {text}",
            $"{unbroken} {text}",
            $"{words}\n{text}\n\n{words}",
            $"a {text}  {words}  {text} {unbroken}",
        ];
        foreach (var each in texts)
        {
            var program = SmallProgram.Read() with
            {
                Purpose = LocalText.Of(each),
                Leaving = [LocalText.Of(each)],
            };
            var again = Again(ProgramFile.Write(program));
            again.Purpose!.ByLanguage["en"].ShouldBe(each);
            again.Leaving.Single().ByLanguage["en"].ShouldBe(each);
        }
    }

    [Fact]
    public void Random_texts_survive()
    {
        const string signs = "ab \n\n  :#-?{}[]'\"\\|>&*!%@`,.~0দ";
        var random = new Random(7);
        for (var turn = 0; turn < 2000; turn++)
        {
            var text = PlainText.Normal(
                "x"
                    + string.Concat(
                        Enumerable
                            .Range(0, random.Next(1, 250))
                            .Select(_ => signs[random.Next(signs.Length)])
                    )
                    + "y"
            );
            text = random.Next(2) == 0 ? text[1..].TrimStart() : text;
            var program = SmallProgram.Read() with { Purpose = LocalText.Of(text) };
            Again(ProgramFile.Write(program)).Purpose!.ByLanguage["en"].ShouldBe(text);
        }
    }

    [Fact]
    public void Blanks_at_the_ends_of_lines_and_around_a_text_do_not_count()
    {
        var plain = SmallProgram.Read() with { Purpose = LocalText.Of("one\ntwo") };
        var loose = SmallProgram.Read() with { Purpose = LocalText.Of("\n one  \r\ntwo\t\n\n") };
        ProgramFile.Fingerprint(loose).ShouldBe(ProgramFile.Fingerprint(plain));
    }

    [Fact]
    public void A_long_text_of_one_paragraph_is_folded_and_lines_stay_lines()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("banyan", 30));
        var program = SmallProgram.Read() with
        {
            Purpose = LocalText.Of(paragraph),
            StateReason = LocalText.Of("- one\n- two"),
        };
        var written = ProgramFile.Write(program);
        written.ShouldContain("\npurpose: >-\n  banyan banyan ");
        written.ShouldContain("\nstateReason: |-\n  - one\n  - two\n");
        written.Split('\n').Max(line => line.Length).ShouldBeLessThan(110);
    }

    [Fact]
    public void The_fingerprint_is_a_small_hash_that_follows_every_word()
    {
        var program = SmallProgram.Read();
        var fingerprint = ProgramFile.Fingerprint(program);
        fingerprint.ShouldMatch("^[0-9a-f]{64}$");
        ProgramFile.Fingerprint(SmallProgram.Read()).ShouldBe(fingerprint);
        ProgramFile
            .Fingerprint(program with { Summary = LocalText.Of("For groups!") })
            .ShouldNotBe(fingerprint);
    }

    [Fact]
    public void The_order_of_keys_and_remarks_do_not_change_the_fingerprint()
    {
        var other = SmallProgram.With(
            "slug: partner\nname: Partner\n",
            "name: Partner # a remark\nslug: 'partner'\n"
        );
        ProgramFile
            .Fingerprint(Again(other))
            .ShouldBe(ProgramFile.Fingerprint(SmallProgram.Read()));
    }

    private static ProgramDefinition Again(string text)
    {
        var result = ProgramFile.Read(text, "again.yaml");
        result.Lines.ShouldBeEmpty(text);
        return result.Definition.ShouldNotBeNull();
    }
}
