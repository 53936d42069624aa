using Banyan.Testing;
using NodaTime;
using Applicant = Banyan.Web.Tests.BadInput.Applicant;

namespace Banyan.Web.Tests.Applications;

/// <summary>Invitations are no way to flood anybody, however many drafts one begins.</summary>
public sealed class InvitationTests
{
    [Theory, EachDatabase]
    public async Task One_address_is_invited_three_times_a_day_over_all_drafts(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        for (var draft = 1; draft <= 3; draft++)
        {
            using var inviter = await Applicant.ProvenAsync(host, $"inviter{draft}@example.org");
            (await inviter.PostAsync("invite", "Email=tomas@example.org")).Status.ShouldBe(303);
        }
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        var refused = await nusrat.PostAsync("invite", "Email=TOMAS@example.org");
        refused.ShouldHelp("invite").Status.ShouldBe(422);
        refused
            .Problems.ShouldHaveSingleItem()
            .ShouldContain("has been invited several times within a day");
        refused.ValueOf("Email").ShouldBe("TOMAS@example.org");
        await host.WorkAsync();
        host.Mailbox.To("tomas@example.org").Count.ShouldBe(3);
        host.Clock.Advance(Duration.FromDays(1));
        (await nusrat.PostAsync("invite", "Email=tomas@example.org")).Status.ShouldBe(303);
    }

    [Theory, EachDatabase]
    public async Task One_person_sends_twenty_invitations_a_day_over_all_drafts(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        for (var draft = 0; draft < 3; draft++)
        {
            using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
            for (var friend = 0; friend < (draft < 2 ? 9 : 2); friend++)
                (
                    await nusrat.PostAsync("invite", $"Email=friend{draft}.{friend}@example.org")
                ).Status.ShouldBe(303);
            if (draft < 2)
                continue;
            var refused = await nusrat.PostAsync("invite", "Email=one.more@example.org");
            refused.ShouldHelp("invite").Status.ShouldBe(422);
            refused
                .Problems.ShouldHaveSingleItem()
                .ShouldStartWith("You have sent 20 invitations within a day");
        }
    }
}
