using Banyan.Kernel.Text;

namespace Banyan.Rules.Tests.Importing;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ',', "1:a|b 2:1|2")]
    [InlineData("a,b\r\n1,2", ',', "1:a|b 2:1|2")]
    [InlineData("a,b\r1,2\r", ',', "1:a|b 2:1|2")]
    [InlineData("a;b\n1,5;2\n", ';', "1:a|b 2:1,5|2")]
    [InlineData("a\tb\n\n\t\n1\t2\n", '\t', "1:a|b 4:1|2")]
    [InlineData("a,b\n\"x\ny\",2\n3,4\n", ',', "1:a|b 2:x\ny|2 4:3|4")]
    [InlineData("a,b\r\n\"x\r\n\r\ny\",2\r\n3,4", ',', "1:a|b 2:x\n\ny|2 5:3|4")]
    [InlineData("a,b\n\"say \"\"hello\"\"\",2\n", ',', "1:a|b 2:say \"hello\"|2")]
    [InlineData("a,b\n5\" pipe,2\n", ',', "1:a|b 2:5\" pipe|2")]
    [InlineData("a,b\n\"\",\n\"\",2\n", ',', "1:a|b 3:|2")]
    [InlineData("a,b,c\n1\n1,2,3,4\n", ',', "1:a|b|c 2:1 3:1|2|3|4")]
    [InlineData("", ',', "")]
    public void A_table_is_read_with_the_line_of_each_row(string text, char separator, string rows)
    {
        var table = CsvReader.Read(text, separator, 100);
        string.Join(' ', table.Rows.Select(row => $"{row.Line}:{string.Join('|', row.Cells)}"))
            .ShouldBe(rows);
        (table.UnclosedAt, table.StrayAt, table.TooMany).ShouldBe((null, null, false));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_by_its_line()
    {
        var table = CsvReader.Read("a,b\n1,\"2\n3,4\n5,6\n", ',', 100);
        table.UnclosedAt.ShouldBe(2);
        table.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void What_stands_behind_a_closing_quotation_mark_is_named_by_its_line()
    {
        CsvReader.Read("a,b\n\"1\n2\" x,3\n", ',', 100).StrayAt.ShouldBe(3);
        CsvReader.Read("a,b\n\"1\" ,3\n", ',', 100).StrayAt.ShouldBeNull();
    }

    [Fact]
    public void A_table_with_more_rows_than_wanted_says_so()
    {
        CsvReader.Read("a\n1\n2\n", ',', 3).TooMany.ShouldBeFalse();
        CsvReader.Read("a\n1\n2\n3\n", ',', 3).TooMany.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a,b;c\n", ',')]
    [InlineData("a;b;c,d\n", ';')]
    [InlineData("a\tb\n", '\t')]
    [InlineData("\"a;b;c;d\",e\n", ',')]
    [InlineData("alone\n", ',')]
    public void The_separator_is_the_one_that_parts_the_first_row(string text, char separator) =>
        CsvReader.SeparatorOf(text).ShouldBe(separator);

    [Fact]
    public void What_was_written_reads_as_the_same()
    {
        var random = new Random(20261121);
        const string letters = "ab,;\t\"\n 'é";
        for (var round = 0; round < 2000; round++)
        {
            var cells = Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ =>
                    $"x{new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => letters[random.Next(letters.Length)])])}"
                )
                .ToArray();
            var text = new System.Text.StringBuilder();
            Csv.Add(text, cells);
            var table = CsvReader.Read(text.ToString(), ',', 10);
            table.Rows.ShouldHaveSingleItem().Cells.ShouldBe(cells);
        }
    }

    [Fact]
    public void Whatever_the_text_reading_ends_and_counts_no_line_too_many()
    {
        var random = new Random(7);
        const string letters = "a,;\t\"\r\n\0";
        for (var round = 0; round < 5000; round++)
        {
            var text = new string([
                .. Enumerable
                    .Range(0, random.Next(0, 40))
                    .Select(_ => letters[random.Next(letters.Length)]),
            ]);
            var lines =
                text.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\r' or '\n')
                + 1;
            var table = CsvReader.Read(text, ',', 100);
            foreach (var row in table.Rows)
                row.Line.ShouldBeInRange(1, lines);
            table.Rows.Select(row => row.Line).ShouldBeInOrder();
        }
    }
}
