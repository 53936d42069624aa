using Banyan.Partnering.Partnerships.Domain;
using NodaTime;
using static Banyan.Partnering.Partnerships.Domain.PartnershipState;

namespace Banyan.Rules.Tests.Partnerships;

/// <summary>Standing is read from state and date; a code is read as people write it.</summary>
public sealed class PartnershipRulesTests
{
    private static readonly LocalDate Begins = new(2027, 3, 1);
    private static readonly LocalDate Until = new(2028, 2, 29);

    [Fact]
    public void Standing_is_read_with_the_date()
    {
        var days = new[]
        {
            Begins.PlusDays(-1),
            Begins,
            Until.PlusDays(-60),
            Until.PlusDays(-59),
            Until,
            Until.PlusDays(1),
        };
        string Row(PartnershipState state) =>
            string.Join(' ', days.Select(day => Standings.Of(state, Begins, Until, day)));
        Row(Active).ShouldBe("NotCurrent Partner Partner RenewalDue RenewalDue Alumni");
        Row(UnderReview).ShouldBe(Row(Active));
        Row(Suspended).ShouldBe("NotCurrent NotCurrent NotCurrent NotCurrent NotCurrent Alumni");
        Row(Onboarding).ShouldBe(Row(Suspended));
        Row(Ended).ShouldBe("Alumni Alumni Alumni Alumni Alumni Alumni");
        Row(Expired).ShouldBe(Row(Ended));
        Row(Revoked).ShouldBe("NotCurrent NotCurrent NotCurrent NotCurrent NotCurrent NotCurrent");
    }

    [Fact]
    public void What_has_no_last_day_is_never_due_and_ends_when_somebody_ends_it()
    {
        var days = new[] { Begins.PlusDays(-1), Begins, Begins.PlusYears(100) };
        string Row(PartnershipState state) =>
            string.Join(' ', days.Select(day => Standings.Of(state, Begins, null, day)));
        Row(Active).ShouldBe("NotCurrent Partner Partner");
        Row(UnderReview).ShouldBe(Row(Active));
        Row(Suspended).ShouldBe("NotCurrent NotCurrent NotCurrent");
        Row(Ended).ShouldBe("Alumni Alumni Alumni");
        Row(Revoked).ShouldBe("NotCurrent NotCurrent NotCurrent");
    }

    [Fact]
    public void Every_state_that_is_not_an_end_has_a_way_out_for_each_side()
    {
        foreach (var state in new[] { Onboarding, Active, UnderReview, Suspended })
            PartnershipMoves
                .Find(state, PartnershipCommand.StepBack)
                .ShouldNotBeNull($"{state}")
                .Roles.ShouldBe([PartnershipRole.Partner, PartnershipRole.Organisation]);
    }

    [Fact]
    public void No_state_has_two_moves_for_one_command() =>
        PartnershipMoves
            .All.GroupBy(move => (move.From, move.By))
            .Where(group => group.Skip(1).Any())
            .ShouldBeEmpty();

    [Fact]
    public void A_revocation_takes_two_persons() =>
        PartnershipMoves
            .All.Where(move => move.To == Revoked)
            .ShouldAllBe(move => move.Roles.Single() == PartnershipRole.TwoPersons);

    [Theory]
    [InlineData("7k3q-9ztd", "7K3Q9ZTD")]
    [InlineData("7K3Q 9ZTD", "7K3Q9ZTD")]
    [InlineData("oIlO0000", "01100000")]
    [InlineData("7K3Q9ZT", null)]
    [InlineData("7K3Q9ZTU", null)]
    [InlineData("7K3Q9ZTD9", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_write_it(string? typed, string? code) =>
        PartnerCode.Read(typed).ShouldBe(code);

    [Fact]
    public void A_new_code_reads_as_itself()
    {
        for (var i = 0; i < 100; i++)
        {
            var code = PartnerCode.New();
            PartnerCode.Read(code).ShouldBe(code);
        }
    }
}
