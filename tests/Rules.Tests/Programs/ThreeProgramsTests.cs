using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Programs.Files;
using NodaTime;

namespace Banyan.Rules.Tests.Programs;

/// <summary>The programs that come along: each reads clean, and comes back from its own writing.</summary>
public sealed class ThreeProgramsTests
{
    public static TheoryData<string> Files =>
        [
            "psf-community-partner.yaml",
            "pycon-india-community-partner.yaml",
            "python-bangladesh-collaboration.yaml",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_reads_clean_and_comes_back_from_its_writing(string file)
    {
        var read = ProgramFile.Read(ProgramFolder.Text(file), file);
        read.Lines.ShouldBeEmpty();
        var again = ProgramFile.Read(ProgramFile.Write(read.Definition!), file);
        again.Lines.ShouldBeEmpty();
        ProgramFile.Write(again.Definition!).ShouldBe(ProgramFile.Write(read.Definition!));
    }

    [Fact]
    public void No_other_program_comes_along() =>
        ProgramFolder
            .Files()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Files.Select(row => (string)row.Data).Order(StringComparer.Ordinal));

    [Fact]
    public void The_conference_partners_with_a_community_for_one_edition()
    {
        var program = Read("pycon-india-community-partner.yaml");
        program.Unit.ShouldBe(ProgramUnit.Edition);
        program
            .Term.LastDay(new LocalDate(2027, 3, 1), program.Edition)
            .ShouldBe(new LocalDate(2027, 9, 20));
        program
            .Figures.Select(figure => figure.Value)
            .ShouldBe(["10,900+", "50,000+", "6,500+", "7,600+", "1,200+"]);
        program.Eligibility.Count.ShouldBe(4);
        program
            .Stages[^1]
            .Rule.ShouldBeOfType<DecisionRule.Majority>()
            .Quorum.ShouldBe(Quorum.HalfPlusOne);
        program.Commitments.Count(c => c.Side == Side.Organisation).ShouldBe(4);
    }

    [Fact]
    public void The_framework_is_for_the_whole_community_and_two_of_staff_decide()
    {
        var program = Read("python-bangladesh-collaboration.yaml");
        program.Unit.ShouldBe(ProgramUnit.Community);
        program.Review!.EveryMonths.ShouldBe(12);
        program.Term.LastDay(new LocalDate(2027, 3, 1), program.Edition).ShouldBeNull();
        program.Stages.ShouldHaveSingleItem().Rule.ShouldBe(new DecisionRule.Staff(Second: true));
        program
            .Clauses.Select(clause => clause.Key)
            .ShouldBe([
                "values",
                "conduct",
                "autonomy",
                "resources",
                "stepping-back",
                "no-contract",
            ]);
    }

    [Theory]
    [InlineData("          share: halfPlusOne", "          shares: halfPlusOne", "shares")]
    [InlineData("      majority:", "      minority:", "minority")]
    public void Where_one_thing_only_may_stand_another_word_is_a_problem_and_no_crash(
        string old,
        string changed,
        string word
    )
    {
        var text = ProgramFolder.Text("psf-community-partner.yaml");
        text.ShouldContain(old);
        var read = ProgramFile.Read(text.Replace(old, changed, StringComparison.Ordinal), "file");
        read.Definition.ShouldBeNull();
        read.Lines.ShouldContain(line => line.Contains(word, StringComparison.Ordinal));
    }

    private static ProgramDefinition Read(string file) =>
        ProgramFile.Read(ProgramFolder.Text(file), file).Definition.ShouldNotBeNull();
}
