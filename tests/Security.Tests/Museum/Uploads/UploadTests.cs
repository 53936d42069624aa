using System.Text;
using AngleSharp.Dom;
using Banyan.Security.Tests.Headers;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Museum.Uploads;

/// <summary>What other systems handed out so that it ran: Gokapi CVE-2026-28683 and Indico CVE-2026-25739, an SVG or a page on the site's own origin; pretalx, uploads without a sandbox.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly Dropped dropped = new();
    private MatrixWorld world = null!;
    private Matrix.Record record = null!;

    public async ValueTask InitializeAsync()
    {
        world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<IStartupFilter>(dropped)
        );
        record = world.Find(Relation.Own, Stage.PreReview)!;
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Asvs("V1.3.4", "V3.2.1", "V5.3.1", "V5.3.2", "V5.4.1", "V5.4.2")]
    [Fact]
    public async Task Gokapi_2026_28683_and_Indico_2026_25739_no_file_of_anybody_is_shown_by_the_site()
    {
        var sent = HostileFiles
            .Contents.Concat(
                HostileFiles.Names.Select(name => new HostileFile(
                    name,
                    "text/html",
                    "<script>alert(1)</script>"u8.ToArray()
                ))
            )
            .ToList();
        foreach (var some in sent.Chunk(3))
            (await SendAsync(some)).ShouldBe(
                303,
                string.Join(" | ", some.Select(file => file.Name))
            );
        foreach (var file in HostileFiles.Refused)
            (await SendAsync([file])).ShouldBe(422, file.Name);
        var asked = 0;
        var kept = await FilesAsync(Persona.Nusrat, $"/applications/{record.Reference}");
        var desk = await FilesAsync(Persona.Marie, $"/cases/{record.Reference}");
        kept.Count.ShouldBe(sent.Count);
        desk.Count.ShouldBe(sent.Count);
        foreach (var (persona, links) in new[] { (Persona.Nusrat, kept), (Persona.Marie, desk) })
        foreach (var link in links)
        {
            HandedOut.Problems(await HeardAsync(persona, HttpMethod.Get, link)).ShouldBeEmpty(link);
            asked++;
        }
        // Nor where somebody asks for it in another way.
        foreach (var persona in (Persona[])[Persona.Nusrat, Persona.Marie])
        {
            var link = (persona == Persona.Nusrat ? kept : desk)[0];
            foreach (var query in (string[])["?inline=1", "?download=0", "?view", "?format=html"])
                HandedOut
                    .Problems(await HeardAsync(persona, HttpMethod.Get, link + query))
                    .ShouldBeEmpty(query);
            HandedOut.Problems(await HeardAsync(persona, HttpMethod.Head, link)).ShouldBeEmpty();
            HandedOut
                .Problems(
                    await HeardAsync(
                        persona,
                        HttpMethod.Get,
                        link,
                        ("Accept", "text/html"),
                        ("Sec-Fetch-Dest", "document"),
                        ("Sec-Fetch-Mode", "navigate")
                    )
                )
                .ShouldBeEmpty();
            asked += 6;
        }
        Figures.Add(
            "S10",
            $"{sent.Count} hostile files uploaded, fetched {asked} times from both sides: 0 shown, {HostileFiles.Refused.Count} of other kinds refused"
        );
    }

    [Fact]
    public async Task An_answer_that_would_show_a_file_is_told()
    {
        (await SendAsync([HostileFiles.Contents[3]])).ShouldBe(303);
        var link = (
            await FilesAsync(Persona.Nusrat, $"/applications/{record.Reference}")
        ).ShouldHaveSingleItem();
        (string Problem, string Header, string? Value)[] faults =
        [
            ("disposition", "Content-Disposition", null),
            (
                "disposition",
                "Content-Disposition",
                "inline; filename=a.txt; filename*=UTF-8''a.txt"
            ),
            ("disposition", "Content-Disposition", "attachment; filename=a\"b.txt"),
            ("name", "Content-Disposition", "attachment; filename=a; filename*=UTF-8''a.html"),
            ("name", "Content-Disposition", "attachment; filename=a; filename*=UTF-8''a%0D%0A.txt"),
            ("name", "Content-Disposition", "attachment; filename=a; filename*=UTF-8''..%2Fa.txt"),
            (
                "name",
                "Content-Disposition",
                "attachment; filename=a; filename*=UTF-8''a%E2%80%AEb.txt"
            ),
            ("sandbox", "Content-Security-Policy", null),
            ("sandbox", "Content-Security-Policy", "default-src 'none'; sandbox allow-scripts"),
            ("nosniff", "X-Content-Type-Options", null),
            ("type", "Content-Type", "image/svg+xml"),
            ("type", "Content-Type", "text/plain"),
            ("origin", "Access-Control-Allow-Origin", "*"),
        ];
        HandedOut.Problems(await HeardAsync(Persona.Nusrat, HttpMethod.Get, link)).ShouldBeEmpty();
        foreach (var (problem, header, value) in faults)
        {
            (dropped.Name, dropped.Value) = (header, value);
            HandedOut
                .Problems(await HeardAsync(Persona.Nusrat, HttpMethod.Get, link))
                .ShouldContain(
                    told => told.StartsWith(problem, StringComparison.Ordinal),
                    $"{header}: {value}"
                );
        }
        dropped.Name = null;
        Figures.Add("S10", $"self-test: {faults.Length} ways to show a file, each told");
    }

    private async Task<Heard> HeardAsync(
        Persona persona,
        HttpMethod method,
        string link,
        params (string Name, string Value)[] headers
    )
    {
        using var visitor = world.Visitor(persona);
        using var request = new HttpRequestMessage(method, new Uri(world.Host.BaseUrl, link));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await visitor.SendAsync(request);
        return await Heard.OfAsync($"{method} {link}", answer);
    }

    private async Task<List<string>> FilesAsync(Persona persona, string page)
    {
        using var visitor = world.Visitor(persona);
        await visitor.Visit(page);
        return
        [
            .. visitor
                .Page.QuerySelectorAll("a[download][href*='/files/']")
                .Select(link => link.GetAttribute("href")!),
        ];
    }

    /// <summary>Sends the real form. Names are written as browsers write them and once more as RFC 5987 does, so that each character arrives.</summary>
    private async Task<int> SendAsync(IReadOnlyList<HostileFile> files)
    {
        using var visitor = world.Visitor(Persona.Nusrat);
        await visitor.Visit($"/applications/{record.Reference}/write");
        const string border = "a-border-that-stands-in-no-file";
        using var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (
            var (name, value) in visitor
                .Page.QuerySelectorAll("main form input[type=hidden]")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))
                .Append(("Words", "Files of mine."))
        )
            Write(
                $"--{border}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        foreach (var file in files)
        {
            var quoted = file
                .Name.Replace("\r", "%0D", StringComparison.Ordinal)
                .Replace("\n", "%0A", StringComparison.Ordinal)
                .Replace("\0", "%00", StringComparison.Ordinal)
                .Replace("\"", "%22", StringComparison.Ordinal);
            Write(
                $"--{border}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{quoted}\"; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}\r\nContent-Type: {file.Type}\r\n\r\n"
            );
            body.Write(file.Bytes);
            Write("\r\n");
        }
        Write($"--{border}--\r\n");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(world.Host.BaseUrl, $"/applications/{record.Reference}/write")
        );
        request.Content = new ByteArrayContent(body.ToArray());
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type",
            $"multipart/form-data; boundary={border}"
        );
        request.Headers.Add("Origin", world.Host.BaseUrl.GetLeftPart(UriPartial.Authority));
        using var answer = await visitor.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
