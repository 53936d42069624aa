using System.Net;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Partnerships.Data;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Testing.Walks;
using Banyan.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Applications;

/// <summary>The same event applied for twice: by two groups staff is told, by one group it is refused.</summary>
public sealed class TwinTests
{
    [Theory, EachDatabase]
    public async Task Two_groups_with_one_website_and_day_are_shown_to_staff_on_both_cases(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        using var nusrat = await SecondAsync(
            host,
            "title=Jupiter+Fair&website=http%3A%2F%2Fwww.PyCon.jupiter.com%2F"
        );
        using var marie = await Membership.Comings.SignedInAsync(host, World.Marie.Address);
        await marie.Visit($"/cases/{joey.Reference}");
        marie.Text.ShouldContain(
            $"This looks like {nusrat.Reference} of another group: Jupiter Fair"
        );
        await marie.Follow("Jupiter Fair");
        marie.Path.ShouldBe($"/cases/{nusrat.Reference}");
        marie.Text.ShouldContain(
            $"This looks like {joey.Reference} of another group: PyCon Jupiter"
        );
        await nusrat.Visitor.Visit(nusrat.Path);
        nusrat.Visitor.Text.ShouldNotContain(joey.Reference);
        // One that is withdrawn is shown as over.
        (await nusrat.PostAsync("withdraw", "Reason=No")).Status.ShouldBe(303);
        await marie.Visit($"/cases/{joey.Reference}");
        marie.Text.ShouldNotContain("of another group");
        marie.Text.ShouldContain($"{nusrat.Reference} is over (withdrawn) and looks like this:");
    }

    [Theory, EachDatabase]
    public async Task Two_groups_with_one_title_and_day_are_twins_and_on_another_day_are_none(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var joey = await Applicant.SentAsync(host);
        using var nusrat = await SecondAsync(host, "title=pycon+JUPITER!&website=fair.example.org");
        using var marie = await Membership.Comings.SignedInAsync(host, World.Marie.Address);
        await marie.Visit($"/cases/{joey.Reference}");
        marie.Text.ShouldContain($"This looks like {nusrat.Reference} of another group");
        using var ines = await SecondAsync(
            host,
            "title=PyCon+Jupiter&date.day=8",
            World.Ines.Address
        );
        await marie.Visit($"/cases/{ines.Reference}");
        marie.Status.ShouldBe(HttpStatusCode.OK);
        marie.Text.ShouldNotContain("of another group");
    }

    [Theory, EachDatabase]
    public async Task A_subject_that_is_a_partner_is_not_sent_again_in_its_term(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        var walk = new JoeyWalk(
            host,
            _ => Task.FromResult<IWalker>(new HttpWalker(host.NewVisitor()))
        );
        await using var joey = new HttpWalker(host.NewVisitor());
        await walk.ApplyAsync(joey);
        await using (var marie = await walk.SignedInAsync(World.Marie))
        {
            await walk.ReviewAsync(marie);
            await walk.SendToWorkGroupAsync(marie);
            await walk.VotesForAsync();
            await host.WorkAfterAsync(Duration.FromDays(10));
            await walk.BecomePartnerAsync(marie, joey);
        }
        var code = await host.DbAsync(db => db.Partnerships.Select(p => p.Code).SingleAsync());
        using var again = await Applicant.ReadyAsync(host);
        var answer = (await again.PostAsync("send", "_once=AGAIN")).ShouldHelp("send");
        answer.Status.ShouldBe(422);
        answer
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("PyCon Jupiter is a partner of this program already, until ");
        answer
            .Page.QuerySelector($"a[href=\"/partners/{code}\"]")!
            .TextContent.ShouldBe("See the partnership");
        (await again.ReadAsync(a => a.State)).ShouldBe(ApplicationState.Draft);
        // Another event of the same group is another subject.
        await again.PostAsync("sections/subject", "title=PyCon+Jupiter+Two&v.title=1");
        (await again.PostAsync("send", "_once=OTHER")).Status.ShouldBe(303);
    }

    private static async Task<Applicant> SecondAsync(
        BanyanHost host,
        string answers,
        string? address = null
    )
    {
        var second = await Applicant.ProvenAsync(host, address ?? World.Nusrat.Address);
        var given = answers.Split('&').Select(pair => pair.Split('=')[0]).ToHashSet();
        var rest = new Dictionary<string, string>
        {
            ["firstName"] = "Nusrat",
            ["lastName"] = "Python",
            ["email"] = second.Reference + "@example.org",
            ["kind"] = "conference",
            ["description"] = "A+fair",
            ["date.day"] = "7",
            ["date.month"] = "6",
            ["date.year"] = "2028",
            ["firstTime"] = "no",
            ["website"] = "fair.example.org",
            ["codeOfConduct"] = "fair.example.org%2Fcoc",
            ["place"] = "Jupiter",
            ["attendees"] = "100",
            ["topicShare"] = "100",
        };
        var body = string.Join(
            '&',
            rest.Where(pair => !given.Contains(pair.Key))
                .Select(pair => $"{pair.Key}={pair.Value}")
                .Append(answers)
        );
        var saved = await second.PostAsync("all", body);
        saved.Status.ShouldBe(303, string.Join('|', saved.Status == 422 ? saved.Problems : []));
        string[] clauses =
        [
            "not-official",
            "trademarks",
            "this-one-only",
            "substantial-change",
            "no-endorsement",
            "no-authority",
            "may-mention",
            "revocation",
        ];
        await second.Visitor.Visit($"/applications/{second.Reference}/clauses");
        foreach (var clause in clauses)
            second.Visitor.ChooseByName($"clause.{clause}", "true");
        await second.Visitor.Press("Save");
        var sent = await second.PostAsync("send", $"_once=SEND{second.Reference}");
        sent.Status.ShouldBe(303, string.Join('|', sent.Status == 422 ? sent.Problems : []));
        return second;
    }
}
