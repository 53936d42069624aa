using System.Text;
using Banyan.Kernel.Text;
using Banyan.Partnering.Importing.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Importing;

public sealed class PastFileTests
{
    [Fact]
    public void An_export_of_a_form_is_read_with_its_lines_and_its_columns_guessed()
    {
        var file = Table.Open("google-forms.csv");
        file.Survey.Rows.ShouldBe(3);
        file.Survey.Separator.ShouldBe(",");
        file.Survey.Garbled.ShouldBeNull();
        file.Table.Rows.Select(row => row.Line).ShouldBe([1, 2, 6, 7]);
        file.Survey.Columns.Select(column => (column.Header, column.Nth))
            .TakeLast(2)
            .ShouldBe([("Comments", 1), ("Comments", 2)]);
        var map = GuessMap.Of(file.Survey, Table.Program);
        map.Columns.Select(column => column.To)
            .ShouldBe([
                "submitted-on",
                "email",
                "name",
                "question:title",
                "question:kind",
                "question:description",
                "question:date",
                "question:website",
                "question:place",
                "outcome",
                "decided-on",
                "leave-out",
                "leave-out",
            ]);
    }

    [Fact]
    public void Its_rows_say_what_the_form_said()
    {
        var file = Table.Open("google-forms.csv");
        var map = Table.Map(file);
        map = Means(map, "Outcome", ("Accepted", "approved"), ("Rejected", "declined"));
        var rows = Table.Rows(file, map);
        rows.SelectMany(row => row.Problems).ShouldBeEmpty();
        var first = rows[0];
        (first.Line, first.Title, first.Name, first.Email!.Key, first.Website).ShouldBe(
            (2, "PyCon Dhaka 2024", "Nusrat", "nusrat@example.org", "https://dhaka.example.org/")
        );
        (first.Submitted, first.Decided, first.EventDate).ShouldBe(
            (new LocalDate(2024, 3, 5), new LocalDate(2024, 4, 2), new LocalDate(2024, 10, 18))
        );
        first.Answers.ShouldContain(("kind", "conference"));
        first.Answers.ShouldContain(("email", "nusrat@example.org"));
        first.Answers.ShouldContain(
            ("description", "A day of talks.\nAnd a day of \"sprints\",\nin Bangla.")
        );
        rows.Select(row => row.Outcome)
            .ShouldBe([PastOutcome.Approved, PastOutcome.Declined, PastOutcome.Closed]);
        (rows[2].Decided, rows[2].EventDate, rows[2].Website).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_word_for_an_outcome_is_taken_only_where_the_map_says_what_it_means()
    {
        var file = Table.Open("google-forms.csv");
        var rows = Table.Rows(file, Table.Map(file));
        rows[0]
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "Outcome: \"Accepted\" is no outcome that is known here. Say what the word means: approved, declined, withdrawn or closed."
            );
    }

    [Fact]
    public void Semicolons_and_Windows_1252_are_found_and_the_guess_is_said()
    {
        var file = Table.Open("excel-semicolons-1252.csv");
        (file.Survey.Separator, file.Survey.Encoding, file.Survey.EncodingCertain).ShouldBe(
            (";", TextEncoding.Windows1252, false)
        );
        var map = Means(
            Table.Map(
                file,
                ("Eingang", "submitted-on"),
                ("E-Mail", "email"),
                ("Ergebnis", "outcome")
            ),
            "Ergebnis",
            ("ja", "approved"),
            ("nein", "declined")
        );
        var rows = Table.Rows(file, map);
        rows.SelectMany(row => row.Problems).ShouldBeEmpty();
        // The day of the first row cannot be a month, so it decides for the second.
        rows.Select(row => (row.Title, row.Submitted))
            .ShouldBe([
                ("Café Python", new LocalDate(2023, 3, 25)),
                ("Münchner Pythons", new LocalDate(2023, 7, 6)),
            ]);
        file.Survey.Columns[0].Dates!.Because.ShouldBe(new SurveyedDate(2, "25.3.2023"));
        rows[1].Answers.ShouldContain(("description", "Treffen; mit Vorträgen"));
    }

    [Fact]
    public void UTF_16_with_tabs_is_read()
    {
        var file = Table.Open("excel-unicode-tabs.txt");
        (file.Survey.Separator, file.Survey.Encoding, file.Survey.EncodingCertain).ShouldBe(
            ("\t", TextEncoding.Utf16, true)
        );
        Table
            .Rows(file, Table.Map(file))
            .Select(row => (row.Line, row.Title, row.Problems.Count))
            .ShouldBe([(2, "ঢাকা পাইথন", 0), (4, "पुणे पायथन", 0)]);
    }

    [Fact]
    public void Damaged_letters_are_named_and_mended_only_when_somebody_says_so()
    {
        var file = Table.Open("garbled.csv");
        file.Survey.Garbled.ShouldBe(new GarbledText(2, "CafÃ© Python", "Café Python", 2));
        var map = Table.Map(file);
        MapCheck
            .Against(map, file.Survey, Table.Program)
            .ShouldHaveSingleItem()
            .Code.ShouldBe("import-mend-unsaid");
        Titles(false).ShouldBe(["CafÃ© Python", "Plain"]);
        Titles(true).ShouldBe(["Café Python", "Plain"]);

        IEnumerable<string> Titles(bool mend) =>
            Table
                .Rows(Table.Open("garbled.csv", mend), map with { Mend = mend })
                .Select(row => row.Title);
    }

    [Fact]
    public void A_column_whose_days_have_two_readings_is_asked_about_and_then_read_so()
    {
        var file = Table.Open("ambiguous-days.csv");
        var map = Table.Map(file);
        var asked = MapCheck.Against(map, file.Survey, Table.Program).ShouldHaveSingleItem();
        (asked.Code, asked.Field).ShouldBe(("import-order-unsaid", "order-0"));
        asked.Sentence.ShouldBe(
            "Say for the column \"Timestamp\" whether the day or the month comes first: \"6/7/2023 10:00:00\" on line 2 can be both, and no other value decides it."
        );
        Submitted(DayOrder.DayFirst).ShouldBe(new LocalDate(2023, 7, 6));
        Submitted(DayOrder.MonthFirst).ShouldBe(new LocalDate(2023, 6, 7));

        LocalDate? Submitted(DayOrder order) => Table.Rows(file, Ordered(map, order))[0].Submitted;
    }

    [Fact]
    public void Each_bad_cell_has_a_sentence_with_its_column()
    {
        var file = Table.Open("ambiguous-days.csv");
        var rows = Table.Rows(file, Ordered(Table.Map(file), DayOrder.DayFirst));
        rows.Select(row => (row.Line, string.Join(" | ", row.Problems)))
            .ShouldBe([
                (2, ""),
                (
                    3,
                    "How many people do you expect?: It says \"about forty\". Give a whole number, such as 100. A good guess is enough."
                ),
                (
                    4,
                    "Email: An e-mail address has an @ in it, as in name@example.org. | First day: It says \"31/2/2023\". February 2023 has 28 days. Check the day."
                ),
            ]);
    }

    [Theory]
    [InlineData("Timestamp,Title\n", "import-no-rows")]
    [InlineData("", "import-no-rows")]
    [InlineData("Timestamp,Title\n\"1,2\n3,4\n", "import-unclosed")]
    [InlineData("Timestamp,Title\n\"1\"x,2\n", "import-stray")]
    [InlineData("Time\0stamp,Title\n1,2\n", "import-no-text")]
    public void What_is_no_table_is_refused_with_the_reason(string text, string code) =>
        PastFile.Read(Encoding.UTF8.GetBytes(text), null, null, null).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Rows_that_are_too_long_or_to_come_are_bad_and_short_ones_are_not()
    {
        var rows = Rows(
            "Timestamp,Title,Decided on,Description\n2024-01-02,Short\n2024-01-02,Long,,,\n2024-01-02,Longer,,,x\n2027-01-02,Coming\n2024-01-02,Back,2024-01-01\n,Never\n2024-01-02,\n"
        );
        rows.Select(row => string.Join(" ", row.Problems))
            .ShouldBe([
                "",
                "",
                "It has 5 cells, and the first row has 4. Perhaps a quotation mark is missing.",
                "Timestamp: \"2027-01-02\" is still to come. Only what is over can be imported.",
                "It was decided before it was sent.",
                "It does not say on which day it was sent.",
                "It needs a name of at most 300 characters.",
            ]);
    }

    [Fact]
    public void A_row_has_the_same_key_in_whatever_order_its_columns_stand()
    {
        var program = Banyan.Partnering.ProgramId.New();
        var one = Rows("Timestamp,Title,Email,Extra\n2024-01-02,Pythons,nusrat@example.org,x\n")[0];
        var other = Rows(
            "Email,Title,Timestamp\nNUSRAT@example.org,Pythons,2/1/2024\n,,25/1/2024\n"
        )[0];
        other.Key(program).ShouldBe(one.Key(program));
        (one with { Outcome = PastOutcome.Declined }).Key(program).ShouldNotBe(one.Key(program));
        one.Key(Banyan.Partnering.ProgramId.New()).ShouldNotBe(one.Key(program));
    }

    private static IReadOnlyList<PastRow> Rows(string text)
    {
        var file = PastFile.Read(Encoding.UTF8.GetBytes(text), null, null, null).File!;
        return Table.Rows(file, Table.Map(file, ("Description", "leave-out")));
    }

    private static ImportMap Means(
        ImportMap map,
        string column,
        params (string Value, string Meant)[] values
    ) =>
        map with
        {
            Columns =
            [
                .. map.Columns.Select(each =>
                    each.Column == column
                        ? each with
                        {
                            Values = values.ToDictionary(v => v.Value, v => v.Meant),
                        }
                        : each
                ),
            ],
        };

    private static ImportMap Ordered(ImportMap map, DayOrder order) =>
        map with
        {
            Columns = [map.Columns[0] with { Order = order }, .. map.Columns.Skip(1)],
        };
}
