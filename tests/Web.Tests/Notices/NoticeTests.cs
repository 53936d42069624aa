using System.Net;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;
using Banyan.Web.Tests.Membership;
using Banyan.Web.Tests.Review;
using NodaTime;

namespace Banyan.Web.Tests.Notices;

/// <summary>Each person says how often each kind of mail comes; what has to be answered never waits.</summary>
public sealed class NoticeTests
{
    private const string Reference = "UMB-27-AAAAA";

    // It begins on a Monday at 09:00 UTC, which is three in the afternoon in Dhaka.
    private static readonly Duration UntilEightInDhaka = Duration.FromHours(17);

    [Theory, EachDatabase]
    public async Task Everybody_sees_the_kinds_that_can_come_to_them(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        async Task<string> KindsAsync(Visitor visitor)
        {
            await visitor.Visit("/me/notifications");
            return string.Join(
                ' ',
                visitor
                    .Page.QuerySelectorAll("input[type=radio][checked]")
                    .Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}")
            );
        }
        (await KindsAsync(world.Nusrat)).ShouldBe("messages=AtOnce");
        (await KindsAsync(world.Marie)).ShouldBe("desk=AtOnce");
        (await KindsAsync(world.Tomas)).ShouldBe("rounds=AtOnce week=Weekly");
        using var kwame = await world.Host.SignedInAsync("kwame@example.org");
        (await KindsAsync(kwame)).ShouldBe("");
        kwame.Text.ShouldContain("Nothing else is written to you now.");
    }

    [Theory, EachDatabase]
    public async Task What_is_no_choice_and_no_zone_is_refused_with_what_was_typed(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        var marie = world.Marie;
        await marie.Visit("/me/notifications");
        await marie.ChooseByName("desk", "Daily").Fill("zone", "Moon/Base").Press("Save");
        marie.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        marie
            .Problems()
            .ShouldBe([
                "Moon/Base is no time zone that we know. It is written like Asia/Dhaka or America/New_York.",
            ]);
        marie.Chosen("desk").ShouldBe("Daily");
        await marie.Visit("/me/notifications");
        marie.Chosen("desk").ShouldBe("AtOnce");
        var token = marie.Page.QuerySelector("input[name=_form]")!.GetAttribute("value");
        foreach (var sent in (string[])["desk=3", "desk=Sometimes", "", "desk=Daily&desk=Never"])
        {
            var answer = await marie.PostBodyAsync("/me/notifications", $"_form={token}&{sent}");
            answer.Status.ShouldBe(422, sent);
        }
    }

    [Theory, EachDatabase]
    public async Task Messages_of_a_day_come_in_one_mail_in_the_morning_of_the_reader(
        DatabaseKind database
    )
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.Nusrat.ChooseMailAsync("messages", "Daily", "Asia/Dhaka");
        await WriteAsync(world, "One.");
        world.Host.Clock.Advance(Duration.FromMinutes(62));
        await WriteAsync(world, "Two.");
        world
            .Host.Mailbox.To(World.Nusrat.Address)
            .ShouldNotContain(mail => mail.Text.Contains("One.", StringComparison.Ordinal));
        await world.Marie.Visit($"/cases/{Reference}/mails");
        world.Marie.Text.ShouldContain("gathered");
        await world.Host.WorkAfterAsync(UntilEightInDhaka - Duration.FromMinutes(63));
        world.Host.GatheredFor(World.Nusrat).ShouldBeEmpty();
        await world.Host.WorkAfterAsync(Duration.FromMinutes(1));
        var mail = world.Host.GatheredFor(World.Nusrat).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Messages about your applications: 1 case");
        mail.Text.ShouldContain(
            $"{Reference}: Workshop day\n2 mails, the last Mon 1 Mar 2027, 16:02 UTC+06:00 (Dhaka), Mon 1 Mar 2027, 10:02 UTC.\nNext: "
        );
        mail.Text.ShouldNotContain("One.");
        mail.Links.ShouldBe([$"{world.Host.BaseUrl}applications/{Reference}"]);
        await world.Marie.Visit($"/cases/{Reference}/mails");
        world.Marie.Text.ShouldContain("told together with others");
        await world.Host.WorkAfterAsync(Duration.FromDays(2));
        world.Host.GatheredFor(World.Nusrat).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_question_and_a_code_come_at_once_whatever_was_chosen(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.Nusrat.ChooseMailAsync("messages", "Never");
        await (await world.Marie.Visit($"/cases/{Reference}/take-up")).Press("Take it up");
        await WriteAsync(world, "Only to say hello.");
        await world.Marie.Visit($"/cases/{Reference}/ask");
        await world.Marie.Fill("words", "Who answers reports?").Press("Send the question");
        await world.Host.WorkAsync();
        world.Host.Mailbox.Last(World.Nusrat.Address).Text.ShouldContain("Who answers reports?");
        world
            .Host.Mailbox.To(World.Nusrat.Address)
            .ShouldNotContain(mail =>
                mail.Text.Contains("Only to say hello.", StringComparison.Ordinal)
            );
        await world.Marie.Visit($"/cases/{Reference}/mails");
        world.Marie.Text.ShouldContain("not sent");
    }

    [Theory, EachDatabase]
    public async Task A_worker_that_slept_for_a_week_sends_one(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.Marie.ChooseMailAsync("desk", "Weekly");
        await ApplicantWritesAsync(world, "One.");
        await world.Host.WorkAsync();
        world.Host.Clock.Advance(Duration.FromDays(8));
        await ApplicantWritesAsync(world, "Two.");
        await world.Host.WorkAsync();
        var mail = world.Host.GatheredFor(World.Marie).ShouldHaveSingleItem();
        mail.Text.ShouldContain("2 mails, the last Tue 9 Mar 2027, 09:00 UTC.");
        mail.Links.ShouldBe([$"{world.Host.BaseUrl}cases/{Reference}"]);
        await ApplicantWritesAsync(world, "Three.");
        await world.Host.WorkAfterAsync(Duration.FromDays(5));
        world.Host.GatheredFor(World.Marie).Count.ShouldBe(1);
        await world.Host.WorkAfterAsync(Duration.FromDays(1));
        world.Host.GatheredFor(World.Marie).Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Who_chooses_anew_is_told_of_what_waited_at_once(DatabaseKind database)
    {
        await using var world = await DeskWorld.StartAsync(database);
        await world.SentAsync(Reference);
        await world.Marie.ChooseMailAsync("desk", "Weekly");
        await ApplicantWritesAsync(world, "One.");
        await world.Host.WorkAsync();
        await world.Marie.ChooseMailAsync("desk", "AtOnce");
        await world.Host.WorkAsync();
        world.Host.GatheredFor(World.Marie).Count.ShouldBe(1);
        await ApplicantWritesAsync(world, "Two.");
        await world.Host.WorkAsync();
        world.Host.Mailbox.Last(World.Marie.Address).Text.ShouldContain("Two.");
    }

    internal static async Task WriteAsync(DeskWorld world, string words)
    {
        await world.Marie.Visit($"/cases/{Reference}/note?audience=Applicant");
        await world.Marie.Fill("message", words).Press("Send to the applicant");
        await world.Host.WorkAsync();
    }

    internal static async Task ApplicantWritesAsync(DeskWorld world, string words)
    {
        await world.Nusrat.Visit($"/applications/{Reference}/write");
        await world.Nusrat.Fill("Words", words).Press("Send the message");
        world.Nusrat.Path.ShouldBe($"/applications/{Reference}");
    }
}
