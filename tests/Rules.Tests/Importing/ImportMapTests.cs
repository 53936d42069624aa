using System.Text.Json;
using Banyan.Kernel.Text;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Rules.Tests.Importing;

public sealed class ImportMapTests
{
    private const string Text = """
        {
          "banyan": "import-map/1",
          "program": "psf-community-partner",
          "encoding": "windows-1252",
          "separator": ";",
          "mend": false,
          "columns": [
            {
              "column": "Eingang",
              "to": "submitted-on",
              "order": "day-first"
            },
            {
              "column": "Wort",
              "to": "outcome",
              "nth": 2,
              "values": {
                "ja": "approved"
              }
            }
          ]
        }

        """;

    [Fact]
    public void A_map_is_written_as_it_is_read()
    {
        var map = ImportMap.Read(Text);
        map.Encoding.ShouldBe(TextEncoding.Windows1252);
        map.Columns[0].Order.ShouldBe(DayOrder.DayFirst);
        (map.Columns[0].Place, map.Columns[1].Place).ShouldBe((1, 2));
        ValueWords.Of(map.Columns[1], "ja").ShouldBe("approved");
        map.Write().ShouldBe(Text);
    }

    [Theory]
    [InlineData("\"mend\": false", "\"mind\": false")]
    [InlineData("\"mend\": false", "\"mend\": false, \"mend\": true")]
    [InlineData("\"mend\": false", "\"mend\": 1")]
    [InlineData("import-map/1", "import-map/2")]
    [InlineData("\"separator\": \";\"", "\"separator\": \";;\"")]
    [InlineData("day-first", "year-first")]
    [InlineData("\"to\": \"submitted-on\",", "")]
    [InlineData("\"columns\": [", "\"columns\": [ null,")]
    [InlineData("windows-1252", "latin-9")]
    public void What_is_no_map_is_refused(string old, string changed)
    {
        Text.ShouldContain(old, Case.Sensitive);
        Should.Throw<JsonException>(() =>
            ImportMap.Read(Text.Replace(old, changed, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_column_has_to_be_said_once_and_to_mean_something_that_is_there()
    {
        var file = Table.Open("google-forms.csv");
        var map = Table.Map(file, ("Comments", "question:no-such"), ("Title", "leave-out"));
        var columns = map.Columns.ToList();
        columns.RemoveAt(0);
        columns.Add(new ColumnMap("Email Address", "name"));
        columns.Add(new ColumnMap("Elsewhere", "leave-out"));
        MapCheck
            .Against(
                map with
                {
                    Columns = columns,
                    Program = "another",
                },
                file.Survey,
                Table.Program
            )
            .Select(problem => problem.Code)
            .ShouldBe([
                "import-other-program",
                "import-no-such-target",
                "import-no-such-target",
                "import-no-such-column",
                "import-column-unsaid",
                "import-column-twice",
                "import-target-twice",
                "import-target-twice",
                "import-submitted-unmapped",
                "import-title-unmapped",
            ]);
    }
}
