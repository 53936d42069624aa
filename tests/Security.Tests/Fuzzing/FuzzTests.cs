using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Kernel.Mail.Reading;
using Banyan.Kernel.Text;
using Banyan.Membership.Organisations.Domain;
using Banyan.Partnering.Checks.Domain;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Files;
using Banyan.Testing;

namespace Banyan.Security.Tests.Fuzzing;

/// <summary>Every parser of what strangers send, fed with what nobody meant: no exception that its caller does not expect, no end that does not come, and its promise kept (trophies of Markdig, AngleSharp and the like; sanitize-html CVE-2026-44990).</summary>
public sealed class FuzzTests
{
    private static readonly Dictionary<
        string,
        (IReadOnlyList<string> Examples, string Pieces, Func<string, string?> Parse)
    > Parsers = new()
    {
        ["program file"] = (Seeds.Programs, Seeds.YamlPieces, Program),
        ["csv"] = (Seeds.Tables, Seeds.CsvPieces, Table),
        ["import map"] = (Seeds.Maps, Seeds.YamlPieces, Map),
        ["markdown"] = (Seeds.Texts, Seeds.MarkdownPieces, Text),
        ["web address"] = (Seeds.Addresses, Seeds.AddressPieces, Address),
        ["mail address"] = (Seeds.Addresses, Seeds.AddressPieces, MailAddress),
        ["mail and bounce"] = (Seeds.Mails, Seeds.MailPieces, Received),
        ["date"] = (Seeds.Dates, Seeds.DatePieces, Date),
        ["page of a site"] = (Seeds.Pages, Seeds.HtmlPieces, SitePage),
        ["holidays"] = (Seeds.Holidays, Seeds.CsvPieces, Holidays),
    };

    public static TheoryData<string> Names => [.. Parsers.Keys];

    [Asvs("V1.3.1", "V1.3.5", "V1.5.2")]
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_is_sent_breaks_the_parser_of(string name)
    {
        var (examples, pieces, parse) = Parsers[name];
        // Good examples alone already keep the promise.
        foreach (var example in examples)
            parse(example).ShouldBeNull();
        var (trophy, inputs) = Fuzzer.Run(new Mutator(20271122, examples, pieces), parse);
        trophy.ShouldBeNull();
        inputs.ShouldBeGreaterThan(20);
        Figures.Add(
            "S6",
            $"fuzzed: {name}: {inputs} inputs in {Fuzzer.Time.TotalSeconds:0} s, 0 crashes, 0 hangs, promise kept"
        );
    }

    [Fact]
    public void A_parser_with_a_defect_is_found()
    {
        var time = TimeSpan.FromSeconds(10);
        Trophy? Found(Func<string, string?> parse) =>
            Fuzzer
                .Run(
                    new Mutator(1, Seeds.Tables, Seeds.CsvPieces),
                    parse,
                    time,
                    TimeSpan.FromMilliseconds(400)
                )
                .Trophy;
        Found(text =>
                text.Contains("\"\"\"\"", StringComparison.Ordinal)
                    ? throw new InvalidOperationException("planted")
                    : null
            )
            .ShouldNotBeNull()
            .Problem.ShouldContain("planted");
        Found(text =>
            {
                while (text.Contains(";;;", StringComparison.Ordinal))
                    Thread.Sleep(10);
                return null;
            })
            .ShouldNotBeNull()
            .Problem.ShouldBe("no end");
        Found(text => text.Contains('\0', StringComparison.Ordinal) ? "kept a NUL" : null)
            .ShouldNotBeNull()
            .Problem.ShouldBe("kept a NUL");
    }

    private static string? Program(string text)
    {
        var read = ProgramFile.Read(text, "fuzz.yaml");
        if (read.Definition is null)
            return read.Problems.Count > 0 ? null : "neither a definition nor a problem";
        var written = ProgramFile.Write(read.Definition);
        var again = ProgramFile.Read(written, "again.yaml").Definition;
        return again is not null && ProgramFile.Write(again) == written
            ? null
            : "what was written reads otherwise";
    }

    private static string? Table(string text)
    {
        var (file, refusal) = PastFile.Read(Encoding.UTF8.GetBytes(text), null, null, null);
        if (file is null)
            return refusal is null ? "neither a table nor a refusal" : null;
        var written = new StringBuilder();
        foreach (var row in file.Table.Rows)
            Csv.Add(written, [.. row.Cells]);
        // What we write to take away, we read again; and no cell of it is a formula.
        var again = CsvReader.Read($"{written}", ',', PastFile.MostRows + 1);
        return again
                .Rows.SelectMany(row => row.Cells)
                .Any(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
                ? "a formula in a table to take away"
            : Filled(again.Rows) != Filled(file.Table.Rows) ? "rows are lost on the way"
            : null;
    }

    // A row without a word is an empty line, which is none when it is read again.
    private static int Filled(IEnumerable<CsvRow> rows) =>
        rows.Count(row => row.Cells.Any(cell => cell.Trim().Length > 0));

    private static string? Map(string text)
    {
        try
        {
            var written = ImportMap.Read(text).Write();
            return ImportMap.Read(written).Write() == written
                ? null
                : "a map changes when read again";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(string text)
    {
        using var writer = new StringWriter();
        Markdown.ToHtml(text).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        var html = $"{writer}";
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (!MarkdownPromise.Elements.Contains(element.LocalName))
                return $"an element that is not allowed: {element.OuterHtml}";
            foreach (var attribute in element.Attributes)
                if (!IsAllowed(element, attribute))
                    return $"an attribute that is not allowed: {element.OuterHtml}";
        }
        // A reader that mends differently would read something else (mutation XSS).
        var once = body.InnerHtml;
        var twice = new HtmlParser().ParseDocument($"<body>{once}").Body!.InnerHtml;
        return Dense(once) == Dense(twice) ? null : "it reads otherwise the second time";
    }

    // Readers of HTML drop and rewrite line ends, which are nothing to be wrong about.
    private static string Dense(string html) =>
        string.Concat(html.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsAllowed(IElement element, IAttr attribute) =>
        (element.LocalName, attribute.Name) switch
        {
            // A host that no browser resolves may stand there; another scheme may not.
            ("a", "href") => attribute.Value.Split(':')[0].ToLowerInvariant()
                is "http"
                    or "https"
                    or "mailto",
            ("a", "rel" or "title") => true,
            ("ol", "start") => true,
            ("code", "class") => attribute.Value.StartsWith("language-", StringComparison.Ordinal),
            _ => false,
        };

    private static string? Address(string text)
    {
        if (!WebAddress.TryRead(text, out var address, out var problem))
            return problem == WebAddressProblem.None ? "refused without a reason" : null;
        if (address.Uri.Scheme is not ("http" or "https") || address.Uri.UserInfo.Length > 0)
            return $"no plain web address: {address.Uri}";
        if (System.Net.IPAddress.TryParse(address.AsciiHost, out _))
            return $"a number in place of a name: {address.Uri}";
        if (
            !WebAddress.TryRead(address.Link, out var again, out _)
            || (again.AsciiHost, again.Uri.Port) != (address.AsciiHost, address.Uri.Port)
        )
            return $"it leads elsewhere the second time: {address.Link}";
        Redirects.TryRead(address, text, out _, out _);
        return null;
    }

    private static string? MailAddress(string text)
    {
        if (!EmailAddress.TryParse(text, out var address, out var problem))
            return problem == EmailProblem.None ? "refused without a reason" : null;
        if (address.Envelope.Any(letter => letter is <= ' ' or > '~' or ',' or ';' or '<' or '>'))
            return $"an envelope with a sign that ends one: {address.Envelope}";
        return
            EmailAddress.TryParse(address.Envelope, out var again, out _)
            && again.Key == address.Key
            ? null
            : $"it reads otherwise the second time: {address.Envelope}";
    }

    private static string? Received(string text)
    {
        var mail = ReceivedMail.Read(Encoding.UTF8.GetBytes(text));
        _ = (mail.From, mail.MessageId, mail.Recipients.Count());
        _ = mail.Report?.About("example.org");
        var words = QuotedReply.Cut(Typed.Clean(mail.Text));
        _ = QuotedReply.CutHtml(mail.Html ?? "");
        return mail.Attachments.Any(name => name.Any(char.IsControl))
                ? "a control character in the name of a file"
            : words.Contains('\0', StringComparison.Ordinal) ? "a NUL in what was said"
            : null;
    }

    private static string? Date(string text)
    {
        _ = ColumnDates.Of(text);
        if (!TypedDate.TryRead(text, out var date, out var problem))
            return problem is null ? "refused without a reason" : null;
        return date.Year is >= TypedDate.FirstYear and <= TypedDate.LastYear
            ? null
            : $"a year that nobody means: {date}";
    }

    private static string? SitePage(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var page = Page.Read(BodyText.Decode(bytes, null));
        return page.TextLength < 0 ? "less than nothing" : null;
    }

    private static string? Holidays(string text)
    {
        var list = HolidayList.Read(text);
        return list.Days.Count > 0 && list.Problems.Count > 0 ? "days and problems at once" : null;
    }
}
