using Banyan.Partnering.Programs.Editing;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Shapes;

namespace Banyan.Rules.Tests.Programs;

/// <summary>Every key of the file is explained in plain words, and nothing is explained that is not there.</summary>
public sealed class FieldBookTests
{
    [Fact]
    public void Every_key_has_a_label_and_a_help() =>
        FieldBook.NamesNeeded().Except(FieldBook.NamesThere()).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_explained_in_vain() =>
        FieldBook.NamesThere().Except(FieldBook.NamesNeeded()).ShouldBeEmpty();

    [Fact]
    public void The_names_of_pages_are_no_keys() =>
        ProgramShape
            .Whole.Fields.Select(field => field.Key)
            .Intersect([EditLinks.Basics, "yaml"])
            .ShouldBeEmpty();

    [Fact]
    public void A_shape_that_stands_in_two_places_has_its_words_once()
    {
        FieldBook.Label(FormShapes.Question, FormShapes.Question.Fields[0]).ShouldBe("Short name");
        FieldBook.NamesNeeded().ShouldNotContain("report.questions.label");
    }
}
