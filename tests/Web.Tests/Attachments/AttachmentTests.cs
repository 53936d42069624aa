using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Banyan.Partnering.Attachments.Data;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Attachments;

/// <summary>Files of the thread: whoever reads the entry may have them, to keep and not to run.</summary>
public sealed class AttachmentTests
{
    private const string Reference = "UMB-27-AAAAA";
    private static readonly byte[] s_pdf = [.. "%PDF-1.7\n"u8, 0, 1, 2, .. "<script>x</script>"u8];

    [Theory, EachDatabase]
    public async Task Each_entry_takes_its_files_to_its_readers_and_to_nobody_else(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        var (marie, tomas, nusrat) = (world.Marie, world.Tomas, world.Nusrat);
        await DeskWorld.DeclareAsync(tomas, Reference);
        using var kwame = await world.Host.SignedInAsync("kwame@example.org");
        foreach (
            var (audience, field, button, name, mayTomas, mayNusrat) in new[]
            {
                ("Applicant", "message", "Send to the applicant", "for-all.pdf", true, true),
                ("Reviewers", "words", "Keep as a private note", "for-group.pdf", true, false),
                ("Staff", "words", "Keep as a private note", "for-staff.pdf", false, false),
            }
        )
        {
            await marie.Visit($"/cases/{Reference}/note?audience={audience}");
            if (audience != "Applicant")
                marie.ChooseByName("audience", audience);
            await marie
                .Fill(field, $"See {name}.")
                .Attach("files", name, "text/html", s_pdf)
                .Press(button);
            var href = marie
                .Page.QuerySelectorAll("a[download]")
                .Single(link => link.TextContent == name)
                .GetAttribute("href")!;
            var id = href.Split('/')[^1];
            (await StatusAsync(marie, href)).ShouldBe(HttpStatusCode.OK);
            (await StatusAsync(tomas, href)).ShouldBe(
                mayTomas ? HttpStatusCode.OK : HttpStatusCode.NotFound
            );
            (await StatusAsync(nusrat, $"/applications/{Reference}/files/{id}")).ShouldBe(
                mayNusrat ? HttpStatusCode.OK : HttpStatusCode.NotFound
            );
            (await StatusAsync(nusrat, href)).ShouldBe(HttpStatusCode.Forbidden);
            (await StatusAsync(kwame, $"/applications/{Reference}/files/{id}")).ShouldBe(
                HttpStatusCode.NotFound
            );
            await tomas.Visit($"/cases/{Reference}");
            tomas.Text.Contains(name, StringComparison.Ordinal).ShouldBe(mayTomas);
            await nusrat.Visit($"/applications/{Reference}");
            nusrat.Text.Contains(name, StringComparison.Ordinal).ShouldBe(mayNusrat);
        }
        await world.Host.WorkAsync();
        world
            .Host.Mailbox.Last(World.Nusrat.Address)
            .Text.ShouldContain(
                "These files came with it, and can be read on the page: for-all.pdf"
            );
        await marie.Visit($"/cases/{Reference}/history");
        marie.Text.ShouldContain("attached files to it (1).");
    }

    [Asvs("V3.2.1", "V5.3.1", "V5.4.1", "V5.4.2")]
    [Theory, EachDatabase]
    public async Task A_file_is_handed_out_to_be_kept_never_to_be_shown(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        var nusrat = world.Nusrat;
        await nusrat.Visit($"/applications/{Reference}/write");
        await nusrat
            .Fill("Words", "Our page.")
            .Attach(
                "files",
                "ünsere Seite.html",
                "text/html",
                "<script>alert(1)</script>"u8.ToArray()
            )
            .Press("Send the message");
        var link = nusrat.Page.QuerySelector("a[download][href*='/files/']")!;
        link.TextContent.ShouldBe("ünsere Seite.html.txt");
        using var answer = await nusrat.GetAsync(link.GetAttribute("href")!);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var headers = answer.Content.Headers;
        headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        headers.ContentDisposition.FileNameStar.ShouldBe("ünsere Seite.html.txt");
        headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer
            .Headers.GetValues("Content-Security-Policy")
            .ShouldBe(["default-src 'none'; sandbox; frame-ancestors 'none'"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        Encoding
            .UTF8.GetString(
                await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            )
            .ShouldBe("<script>alert(1)</script>");
    }

    [Theory, EachDatabase]
    public async Task An_answer_takes_files_and_what_is_not_taken_keeps_the_words(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        var (marie, nusrat) = (world.Marie, world.Nusrat);
        await (await marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await marie.Visit($"/cases/{Reference}/ask");
        await marie
            .Fill("words", "Like this one?")
            .Attach("files", "sample.pdf", "application/pdf", s_pdf)
            .Press("Send the question");
        await nusrat.Visit($"/applications/{Reference}/answer");
        await nusrat
            .Fill("Words", "Here is the plan.")
            .Attach("files", "plan.pdf", "application/pdf", [0x4D, 0x5A, 0x90, 0x00])
            .Press("Send the answer");
        nusrat.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nusrat.Problems().ShouldHaveSingleItem().ShouldStartWith("plan.pdf is none of the kinds");
        nusrat.Text.ShouldContain("Here is the plan.");
        (await FilesAsync(world)).ShouldBe(["sample.pdf"]);
        await nusrat.Attach("files", "plan.pdf", "application/pdf", s_pdf).Press("Send the answer");
        (await FilesAsync(world)).ShouldBe(["sample.pdf", "plan.pdf"]);
    }

    [Asvs("V2.3.2", "V5.2.1")]
    [Theory, EachDatabase]
    public async Task Too_many_too_large_and_too_much_for_a_case_are_refused(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        async Task<string> SendAsync(params int[] sizes)
        {
            await world.Nusrat.Visit($"/applications/{Reference}/write");
            using var content = new MultipartFormDataContent();
            foreach (
                var field in world.Nusrat.Page.QuerySelectorAll("main form input[type=hidden]")
            )
                content.Add(
                    new StringContent(field.GetAttribute("value")!),
                    field.GetAttribute("name")!
                );
            content.Add(new StringContent("Files."), "Words");
            foreach (var size in sizes)
            {
                var bytes = new byte[size];
                s_pdf.CopyTo(bytes, 0);
                content.Add(new ByteArrayContent(bytes), "files", "large.pdf");
            }
            using var answer = await PostAsync(
                world.Nusrat,
                $"/applications/{Reference}/write",
                content
            );
            return $"{(int)answer.StatusCode}";
        }
        (await SendAsync(100, 100, 100, 100)).ShouldBe("422");
        (await SendAsync(5_000_001)).ShouldBe("422");
        (await SendAsync(5_000_001, 5_000_001, 5_000_001, 5_000_001)).ShouldBe("413");
        (await FilesAsync(world)).ShouldBeEmpty();
        (await SendAsync(5_000_000, 5_000_000, 5_000_000)).ShouldBe("303");
        (await SendAsync(5_000_000, 5_000_000, 5_000_000)).ShouldBe("303");
        (await SendAsync(5_000_000, 5_000_000)).ShouldBe("303");
        (await SendAsync(100)).ShouldBe("422");
        (await FilesAsync(world)).Count.ShouldBe(8);
    }

    [Asvs("V5.2.1")]
    [Theory, EachDatabase]
    public async Task Other_forms_take_no_more_than_they_did(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        using var large = new ByteArrayContent(new byte[1_000_001]);
        large.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var answer = await PostAsync(
            world.Nusrat,
            $"/applications/{Reference}/withdraw",
            large
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, EachDatabase]
    public async Task A_removed_file_leaves_its_name_and_no_byte(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.WithTheGroupAsync(Reference);
        await world.Nusrat.Visit($"/applications/{Reference}/write");
        await world
            .Nusrat.Fill("Words", "By mistake.")
            .Attach("files", "passport.pdf", "application/pdf", s_pdf)
            .Press("Send the message");
        await DeskWorld.DeclareAsync(world.Tomas, Reference);
        await world.Tomas.Visit($"/cases/{Reference}");
        world.Tomas.Text.ShouldNotContain("Remove");
        await world.Marie.Visit($"/cases/{Reference}");
        var href = world
            .Marie.Page.QuerySelector("a[download][href*='/files/']")!
            .GetAttribute("href")!;
        await world.Tomas.Visit(href + "/remove");
        world.Tomas.Status.ShouldBe(HttpStatusCode.Forbidden);
        await world.Marie.Follow("Remove passport.pdf");
        await world.Marie.Press("Remove the file");
        world.Marie.Text.ShouldContain("passport.pdf was removed.");
        (await StatusAsync(world.Marie, href)).ShouldBe(HttpStatusCode.NotFound);
        (
            await world.Host.DbAsync(db =>
                db.AttachedBytes.CountAsync(TestContext.Current.CancellationToken)
            )
        ).ShouldBe(0);
        await world.Marie.Visit($"/cases/{Reference}/history");
        world.Marie.Text.ShouldContain("removed the file passport.pdf.");
    }

    private static Task<HttpResponseMessage> PostAsync(
        Visitor visitor,
        string path,
        HttpContent content
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(visitor.Site, path))
        {
            Content = content,
        };
        // A server that will not take it says so before it is sent.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Origin", visitor.Site.GetLeftPart(UriPartial.Authority));
        return visitor.SendAsync(request);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    private static Task<List<string>> FilesAsync(DeskWorld world) =>
        world.Host.DbAsync(db =>
            db.Attachments.OrderBy(file => file.Id)
                .Select(file => file.Name)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
}
