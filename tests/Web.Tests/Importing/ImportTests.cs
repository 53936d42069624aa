using System.Net;
using System.Text;
using Banyan.Kernel.Data;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Testing;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Programs.Editing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Importing;

/// <summary>Past applications come in from a file, by the pages.</summary>
public sealed class ImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_export_of_a_form_becomes_past_applications_and_nothing_else_happens(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        var letters = host.Mailbox.All.Count;
        await marie.UploadAsync(host, "answers.csv", ImportWorld.Table("google-forms.csv"));
        marie.Text.ShouldContain("Next: you say what the columns mean.");
        await marie.CheckAsync(host);
        marie.Text.ShouldContain("PyCon Dhaka 2024");
        marie.Text.ShouldContain(
            $"nusrat@example.org · sent on {DayWords.Of(new(2024, 3, 5))} · approved on {DayWords.Of(new(2024, 4, 2))}"
        );
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(0);
        await marie.TakeInAsync(host);
        marie.Text.ShouldContain("3 applications came from this file.");
        var past = await host.DbAsync(db =>
            db.Applications.AsNoTracking().OrderBy(a => a.SubmittedAt).ToListAsync(Ct)
        );
        past.Select(a => (a.Title, a.State, a.Ball))
            .ShouldBe([
                ("PyCon Dhaka 2024", ApplicationState.Approved, Ball.Nobody),
                ("Pune Python Meetup", ApplicationState.Declined, Ball.Nobody),
                ("Python en Español", ApplicationState.Closed, Ball.Nobody),
            ]);
        past[0].Reference.ShouldStartWith("PSF-24-");
        await marie.Visit($"/cases/{past[0].Reference}");
        marie.Status.ShouldBe(HttpStatusCode.OK);
        marie.Text.ShouldContain("A day of talks.");
        marie.Text.ShouldContain("imported it from answers.csv, line 2.");
        marie.Text.ShouldNotContain("Reopen");
        await marie.Visit($"/cases/{past[2].Reference}/reopen");
        await marie.Press("Reopen it");
        marie
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("This application was decided before");
        using var nusrat = await host.SignedInAsync(World.Nusrat.Address);
        await nusrat.Visit($"/applications/{past[0].Reference}");
        nusrat.Status.ShouldBe(HttpStatusCode.OK);
        nusrat.Text.ShouldContain("Approved on Tue 2 Apr 2024, before this site was used.");
        host.Mailbox.All.Count.ShouldBe(letters + 1, "the sign-in code of Nusrat and nothing else");
        (await host.WorkAfterAsync(NodaTime.Duration.FromDays(3))).ShouldBeLessThan(5);
        host.Mailbox.All.Count.ShouldBe(letters + 1);
        // The file is personal data that nobody needs any more.
        (await host.DbAsync(db => db.ImportFiles.CountAsync(Ct))).ShouldBe(1);
        await host.DbAsync(db => Sweep.BeginAsync(db, host.Clock.Now, Ct));
        await host.WorkAsync();
        (await host.DbAsync(db => db.ImportFiles.CountAsync(Ct))).ShouldBe(0);
        (await host.DbAsync(db => db.CheckedRows.CountAsync(Ct))).ShouldBe(0);
        await marie.Visit("/partners");
        marie.Text.ShouldNotContain("PyCon Dhaka");
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_is_the_same_and_what_is_like_something_is_shown_beside_it(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.ImportAsync(host, ImportWorld.Simple("Pythons of Dhaka"));
        await marie.UploadAsync(
            host,
            "Timestamp,Email,Title,Outcome\n"
                + "2024-01-01,past0@example.org,Pythons of Dhaka,approved\n"
                + "2025-01-01,other@example.org,PYTHONS OF DHAKA!,declined\n"
                + "2025-01-02,past0@example.org,\"Another\nthing\",declined\n"
                + "2025-01-02,new@example.org,Something new,declined\n"
                + "2025-01-02,new@example.org,Something new,declined\n"
                + "2025-02-02,new@example.org,Something else,declined\n"
        );
        await marie.CheckAsync(host);
        var import = await host.LatestAsync();
        import.Counts.ShouldBe(new RowCounts(1, 2, 3, 0));
        marie.Text.ShouldContain("Is like this by the title: Pythons of Dhaka PSF-24-");
        marie.Text.ShouldContain("Is like this by the address: Pythons of Dhaka PSF-24-");
        marie.Text.ShouldContain("Is like this by the address: line 6");
        await marie.Visit($"{marie.Path}?rows=same");
        marie.Text.ShouldContain("It is there already: PSF-24-");
        marie.Text.ShouldContain("It says the same as line 6 of this file.");
        await marie.Follow("Take the rows in");
        await marie.Press("Take them in");
        marie.Problems().ShouldBe(["Say whether the rows that are like something are taken in."]);
        marie.ChooseByName("like", "take");
        await marie.Press("Take them in");
        await host.WorkAsync();
        (await host.LatestAsync()).Taken.ShouldBe(4);
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(5);
    }

    [Theory, EachDatabase]
    public async Task While_one_row_is_wrong_nothing_comes_in_and_each_cell_is_named(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.UploadAsync(host, "days.csv", ImportWorld.Table("ambiguous-days.csv"));
        await marie.Follow("Say what the columns mean");
        await marie.Press("Look what would come of it");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldContain("whether the day or the month comes first");
        marie.ChooseByName("order-0", "DayFirst");
        await marie.Press("Look what would come of it");
        await host.WorkAsync();
        await marie.Visit(marie.Path);
        (await host.LatestAsync()).Counts.ShouldBe(new RowCounts(1, 0, 0, 2));
        marie.Text.ShouldContain("How many people do you expect?: It says \"about forty\".");
        marie.Text.ShouldContain("line 3");
        marie.Text.ShouldContain("First day: It says \"31/2/2023\".");
        marie.Page.QuerySelectorAll("a").ShouldNotContain(a => a.TextContent == "Take the rows in");
        await marie.Visit($"{marie.Path}/take-in");
        await marie.Press("Take them in");
        marie
            .Problems()
            .ShouldHaveSingleItem()
            .ShouldStartWith("Nothing is imported while something is wrong");
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Damaged_letters_are_asked_about_before_anything_else(DatabaseKind database)
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.UploadAsync(host, "garbled.csv", ImportWorld.Table("garbled.csv"));
        await marie.Follow("Say what the columns mean");
        marie.Heading.ShouldBe("Read the file in another way");
        marie.Text.ShouldContain("\"CafÃ© Python\" was probably \"Café Python\"");
        await marie.Press("Read it again");
        marie.Problems().ShouldHaveSingleItem().ShouldContain("Say whether they are to be mended.");
        marie.ChooseByName("mend", "yes");
        await marie.Press("Read it again");
        await host.WorkAsync();
        await marie.Visit(marie.Path);
        await marie.CheckAsync(host);
        marie.Text.ShouldContain("Café Python");
        marie.Text.ShouldNotContain("CafÃ©");
        (await host.LatestAsync()).Map!.Mend.ShouldBe(true);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_is_no_table_says_why_and_can_be_read_in_another_way_or_thrown_away(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.UploadAsync(host, "Timestamp;Title\n2024-01-01;\"open\n");
        marie.Text.ShouldContain("The quotation mark on line 2 is never closed");
        await marie.Follow("Read the file in another way");
        marie.ChooseByName("separator", "tab");
        await marie.Press("Read it again");
        await host.WorkAsync();
        await marie.Visit(marie.Path);
        marie.Text.ShouldNotContain("never closed");
        await marie.Follow("Throw the file away");
        await marie.Press("Throw it away");
        marie.Text.ShouldContain("nothing came from it");
        (await host.DbAsync(db => db.ImportFiles.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task An_import_is_undone_as_a_whole_while_nothing_on_it_was_changed(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.ImportAsync(host, ImportWorld.Simple("One", "Two", "Three"));
        var here = marie.Path;
        var two = await host.DbAsync(db =>
            db.Applications.Where(a => a.Title == "Two").Select(a => a.Reference).SingleAsync(Ct)
        );
        await marie.Visit($"/cases/{two}/note");
        await marie.Fill("words", "I remember this one.").Press("Keep as a private note");
        await UndoAsync();
        marie.Text.ShouldContain(
            $"The import cannot be undone, for {two} was changed since: Marie wrote"
        );
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(3);
        await marie.ImportAsync(
            host,
            ImportWorld.Simple("Four", "Five").Replace("past", "later", StringComparison.Ordinal)
        );
        here = marie.Path;
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(5);
        await UndoAsync();
        (
            await host.DbAsync(db =>
                db.Work.Where(w => w.Problem != null).Select(w => w.Problem).ToListAsync(Ct)
            )
        ).ShouldBeEmpty();
        marie.Text.ShouldContain("It was undone; nothing of it is left.");
        (await host.DbAsync(db => db.Applications.CountAsync(Ct))).ShouldBe(3);
        (await host.DbAsync(db => db.Set<Applicant>().CountAsync(Ct))).ShouldBe(3);

        async Task UndoAsync()
        {
            await marie.Visit(here);
            await marie.Follow("Undo this import");
            await marie.Press("Undo the import");
            await host.WorkAsync();
            await marie.Visit(here);
        }
    }

    [Theory, EachDatabase]
    public async Task Files_that_are_missing_or_too_large_are_refused_with_a_sentence(
        DatabaseKind database
    )
    {
        var (host, marie) = await ImportWorld.StartAsync(database);
        await using var _ = host;
        await marie.Visit($"{ImportWorld.Imports}/upload");
        await marie.Press("Upload");
        marie.Problems().ShouldBe(["Choose a file."]);
        await marie
            .Attach("File", "large.csv", "text/csv", new byte[PastFile.LargestFile + 1])
            .Press("Upload");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie.Problems().ShouldHaveSingleItem().ShouldStartWith("The file may have 20 MB at most.");
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_reaches_an_import(DatabaseKind database)
    {
        await using var host = await EditorWorld.HostAsync(database);
        await host.SeatAsync(World.Tomas, "grants-work-group", voting: true);
        using var marie = await host.SignedInAsync(World.Marie.Address);
        await marie.UploadAsync(host, ImportWorld.Simple("One"));
        await marie.CheckAsync(host);
        var here = marie.Path;
        using var elsewhere = await host.ElsewhereAsync();
        using var tomas = await host.SignedInAsync(World.Tomas.Address);
        using var nobody = host.NewVisitor();
        foreach (
            var page in (string[])
                ["", "/read-again", "/map", "/map.json", "/take-in", "/undo", "/discard"]
        )
        {
            (await elsewhere.GetAsync(here + page)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                page
            );
            (
                await elsewhere.GetAsync(
                    here.Replace("psf-", "another-", StringComparison.Ordinal) + page
                )
            ).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            (await tomas.GetAsync(here + page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
            (await nobody.GetAsync(here + page)).StatusCode.ShouldBe(HttpStatusCode.Found, page);
        }
        // Nothing large is read for whoever does not come in.
        using var large = new ByteArrayContent(new byte[5_000_000]);
        large.Headers.ContentType = new("multipart/form-data")
        {
            Parameters = { new("boundary", "x") },
        };
        var sent = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(host.BaseUrl, $"{ImportWorld.Imports}/upload")
        )
        {
            Content = large,
        };
        sent.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await nobody.SendAsync(sent)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
