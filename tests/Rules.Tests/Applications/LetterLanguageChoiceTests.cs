using Banyan.Kernel.Domain;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Applications;

/// <summary>Until when the language of the letter is the applicant's to choose.</summary>
public sealed class LetterLanguageChoiceTests
{
    private static readonly Instant Now = Instant.FromUtc(2030, 1, 7, 9, 0);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly string[] Offered = ["en", "bn"];

    [Theory]
    [InlineData("", true)]
    [InlineData("send", true)]
    [InlineData("send take-up", true)]
    [InlineData("send take-up decide", true)]
    [InlineData("send take-up decide put-off", true)]
    [InlineData("send take-up decide release", false)]
    [InlineData("send take-up decide release undo", true)]
    [InlineData("send take-up decide release approved", false)]
    [InlineData("send take-up decide release declined", false)]
    [InlineData("send take-up decide release approved correct", false)]
    [InlineData("send withdraw", false)]
    [InlineData("send close", false)]
    public void It_is_chosen_until_the_letter_is_released(string steps, bool may)
    {
        var application = After(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var outcome = application.ChooseLetterLanguage("bn", Offered, Marie, Now);
        outcome.Refusal?.Code.ShouldBe("letter-language-stands");
        (outcome.Done, application.MayChooseLetterLanguage).ShouldBe((may, may));
        application.LetterLanguage.ShouldBe(may ? "bn" : "en");
    }

    [Fact]
    public void What_the_program_does_not_offer_is_refused_and_the_same_again_is_no_event()
    {
        var application = After([]);
        application
            .ChooseLetterLanguage("hi", Offered, Marie, Now)
            .Refusal!.Code.ShouldBe("letter-language-none");
        application.ChooseLetterLanguage("en", Offered, Marie, Now).Events.ShouldBeEmpty();
        application
            .ChooseLetterLanguage("bn", Offered, Marie, Now)
            .Events.ShouldHaveSingleItem()
            .ShouldBe(new LetterLanguageChosen(application.Id.Value, "bn"));
    }

    private static Application After(string[] steps)
    {
        EmailAddress.TryParse("nusrat@example.org", out var address, out _).ShouldBeTrue();
        var (application, _) = Application.Start(
            "PBD-30-LANG",
            OrganisationId.New(),
            ProgramId.New(),
            ProgramVersionId.New(),
            address!,
            null,
            Marie,
            Now
        );
        foreach (var step in steps)
            Take(application, step).Refusal.ShouldBeNull(step);
        return application;
    }

    private static Outcome Take(Application application, string step) =>
        step switch
        {
            "send" => application.Submit(
                new SubmitFacts(null, "Day", null, null, "key"),
                Marie,
                Now
            ),
            "take-up" => application.TakeUp(Marie.Person!.Value, Marie, Now),
            "decide" => application.StaffDecides(null, Marie, Now),
            "put-off" => application.PutOff(
                new LocalDate(2030, 2, 1),
                DateTimeZone.Utc,
                Marie,
                Now
            ),
            "release" => application.Release("approved", Marie, Now),
            "undo" => application.Undo(Marie, Now),
            "approved" => application.LetterLeft(true, Actor.Rule, Now),
            "declined" => application.LetterLeft(false, Actor.Rule, Now),
            "correct" => application.Correct("The day was wrong.", "key", Marie, Now),
            "withdraw" => application.Withdraw("", Marie, Now),
            "close" => application.Close("Over.", Role.Staff, Marie, Now),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
}
