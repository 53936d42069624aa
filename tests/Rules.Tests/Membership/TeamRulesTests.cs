using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Membership.Teams.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Membership;

public sealed class TeamRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 0);
    private static readonly PersonId Marie = PersonId.New();
    private static readonly PersonId Tomas = PersonId.New();

    [Fact]
    public void A_person_has_one_seat_in_a_team()
    {
        var team = NewTeam(TeamKind.WorkGroup);
        team.Add(Marie, true, Actor.Rule, Now).Done.ShouldBeTrue();
        team.Add(Marie, false, Actor.Rule, Now).Refusal!.Code.ShouldBe("member-already");
        team.Size.ShouldBe(1);
    }

    [Fact]
    public void Who_comes_back_gets_a_new_stay()
    {
        var team = NewTeam(TeamKind.WorkGroup);
        team.Add(Marie, true, Actor.Rule, Now);
        team.Remove(Marie, Actor.Rule, Now).Done.ShouldBeTrue();
        team.Add(Marie, false, Actor.Rule, Now).Done.ShouldBeTrue();
        team.Members.Select(member => (member.Voting, member.Until is null))
            .ShouldBe([(true, false), (false, true)]);
    }

    [Theory]
    [InlineData(TeamKind.Owners, "last-owner")]
    [InlineData(TeamKind.Staff, null)]
    [InlineData(TeamKind.WorkGroup, null)]
    [InlineData(TeamKind.Board, null)]
    public void Only_owners_keep_their_last_one(TeamKind kind, string? refusal)
    {
        var team = NewTeam(kind);
        team.Add(Marie, false, Actor.Rule, Now);
        team.Remove(Marie, Actor.Rule, Now).Refusal?.Code.ShouldBe(refusal);
        team.Size.ShouldBe(refusal is null ? 0 : 1);
    }

    [Fact]
    public void Who_is_not_there_cannot_be_removed()
    {
        var team = NewTeam(TeamKind.Staff);
        team.Add(Marie, false, Actor.Rule, Now);
        team.Remove(Tomas, Actor.Rule, Now).Refusal!.Code.ShouldBe("not-a-member");
    }

    private static Team NewTeam(TeamKind kind)
    {
        Team.Form(OrganisationId.New(), "team", "Team", kind, Actor.Rule, Now, out var team);
        return team;
    }
}
