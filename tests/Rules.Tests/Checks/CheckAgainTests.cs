using Banyan.Partnering.Checks.Domain;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Checks;

/// <summary>What a page said, and does not say any more.</summary>
public sealed class CheckAgainTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 9, 0);

    [Fact]
    public void What_is_gone_is_looked_for_once_more_before_anybody_is_told()
    {
        var check = Seen(CheckResult.Found, "It names two people.");
        var (first, soon) = Again(check, CheckResult.Partly, "It names nobody.", 7);
        first.Events.ShouldBeEmpty();
        soon.ShouldBe(Check.ToBeSure);
        (check.Sentence, check.LostAt).ShouldBe(("It names two people.", null));
        var (second, usual) = Again(check, CheckResult.Partly, "It names nobody.", 8);
        second
            .Events.OfType<CheckLost>()
            .ShouldHaveSingleItem()
            .Sentence.ShouldBe("It names nobody.");
        second.Events.OfType<CheckMade>().ShouldHaveSingleItem().Hash.ShouldBe("8");
        usual.ShouldBe(Check.EveryWeek);
        (check.Sentence, check.LostAt, check.Before, check.BeforeAt).ShouldBe(
            ("It names nobody.", After(8), "It names two people.", After(0))
        );
    }

    [Fact]
    public void A_bad_minute_tells_nothing()
    {
        var check = Seen(CheckResult.Found, "It answers.");
        Again(check, CheckResult.NotFound, "It does not answer.", 7);
        Again(check, CheckResult.Found, "It answers.", 8).Outcome.Events.ShouldHaveSingleItem();
        Again(check, CheckResult.NotFound, "It does not answer.", 15).Next.ShouldBe(Check.ToBeSure);
        check.LostAt.ShouldBeNull();
    }

    [Fact]
    public void What_could_not_be_looked_at_is_no_news()
    {
        var check = Seen(CheckResult.Found, "It answers.");
        var (outcome, next) = Again(check, CheckResult.CouldNotLook, "It was slow.", 7);
        outcome.Events.ShouldBeEmpty();
        next.ShouldBe(Check.EveryWeek);
        (check.Sentence, check.LookedAt).ShouldBe(("It answers.", After(0)));
    }

    [Fact]
    public void What_came_back_is_not_lost_any_more()
    {
        var check = Seen(CheckResult.Found, "It answers.");
        Again(check, CheckResult.NotFound, "Gone.", 7);
        Again(check, CheckResult.NotFound, "Gone.", 8);
        Again(check, CheckResult.NotFound, "Gone.", 15);
        check.LostAt.ShouldBe(After(8));
        Again(check, CheckResult.Found, "It answers.", 22);
        (check.LostAt, check.Before, check.Sentence).ShouldBe((null, "", "It answers."));
    }

    private static Check Seen(CheckResult result, string sentence)
    {
        var check = new Check(
            ApplicationId.New(),
            CheckKind.CodeOfConduct,
            "https://fair.example.org/coc",
            Start
        );
        check.Found(Finding(result, sentence, 0), Start);
        return check;
    }

    private static (Banyan.Kernel.Domain.Outcome Outcome, Duration Next) Again(
        Check check,
        CheckResult result,
        string sentence,
        int day
    ) => check.FoundAgain(Finding(result, sentence, day), Check.EveryWeek, After(day));

    private static CheckFinding Finding(CheckResult result, string sentence, int day) =>
        new(CheckKind.CodeOfConduct, result, sentence, [], After(day), $"{day}", null);

    private static Instant After(int days) => Start + Duration.FromDays(days);
}
