using Banyan.Kernel.Domain;
using Banyan.Partnering;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Review;

/// <summary>The place of a case in the queue follows what is due about it.</summary>
public sealed class DueTests
{
    private static readonly Instant Start = Instant.FromUtc(2030, 1, 7, 9, 0);
    private static readonly Actor Marie = Actor.Of(PersonId.New(), "Marie");
    private static readonly CaseClocks Clocks = new()
    {
        WholeWeeks = 8,
        WaitingClosesAfterWeeks = 6,
        PromotionLeadDays = 14,
    };

    [Fact]
    public void It_is_due_when_the_program_promised_or_earlier_when_the_event_needs_it()
    {
        Sent(null).DueAt.ShouldBe(Start + Duration.FromDays(56));
        Sent(new LocalDate(2030, 2, 1)).DueAt.ShouldBe(Instant.FromUtc(2030, 1, 18, 0, 0));
        Sent(new LocalDate(2031, 2, 1)).DueAt.ShouldBe(Start + Duration.FromDays(56));
    }

    [Fact]
    public void An_open_question_is_due_on_its_day_and_the_time_waited_moves_the_promise()
    {
        var application = Sent(null);
        application.TakeUp(Marie.Person!.Value, Marie, Start);
        application.Ask("Who?", [], new LocalDate(2030, 1, 20), Marie, Start);
        application.DueAt.ShouldBe(Instant.FromUtc(2030, 1, 21, 0, 0));
        var answered = Start + Duration.FromDays(10);
        application
            .Answered("We.", new SubmitFacts(null, "Day", null, null, "key"), Marie, answered)
            .Done.ShouldBeTrue();
        application.DueAt.ShouldBe(Start + Duration.FromDays(66));
    }

    [Fact]
    public void What_rests_is_due_on_its_day_and_what_is_over_is_not_due()
    {
        var application = Sent(null);
        application.TakeUp(Marie.Person!.Value, Marie, Start);
        application.StaffDecides(null, Marie, Start).Done.ShouldBeTrue();
        application
            .PutOff(new LocalDate(2030, 6, 1), DateTimeZone.Utc, Marie, Start)
            .Done.ShouldBeTrue();
        application.DueAt.ShouldBe(Instant.FromUtc(2030, 6, 1, 0, 0));
        application.TakeUpAgain(Role.Staff, Marie, Start).Done.ShouldBeTrue();
        application.DueAt.ShouldBe(Start + Duration.FromDays(56));
        application.Close("Called off.", Role.Staff, Marie, Start).Done.ShouldBeTrue();
        application.DueAt.ShouldBeNull();
    }

    [Fact]
    public void Another_version_of_the_program_promises_anew()
    {
        var application = Sent(null);
        application
            .MoveTo(
                ProgramVersionId.New(),
                new CaseClocks { WholeWeeks = 2, WaitingClosesAfterWeeks = 6 },
                1,
                2,
                "Faster now.",
                Marie,
                Start
            )
            .Done.ShouldBeTrue();
        application.DueAt.ShouldBe(Start + Duration.FromDays(14));
    }

    [Fact]
    public void Nobody_leads_what_is_over_and_nobody_gets_twice_what_they_lead()
    {
        var application = Sent(null);
        var tomas = PersonId.New();
        application.ChangeLead(tomas, "Tomas", "", Marie, Start).Done.ShouldBeTrue();
        application.Lead.ShouldBe(tomas);
        application.Thread.ShouldBeEmpty();
        application
            .ChangeLead(tomas, "Tomas", "Again.", Marie, Start)
            .Refusal!.Code.ShouldBe("lead-already");
        application.Close("Called off.", Role.Staff, Marie, Start);
        application
            .ChangeLead(Marie.Person!.Value, "Marie", "", Marie, Start)
            .Refusal!.Code.ShouldBe("lead-not-now");
    }

    private static Application Sent(LocalDate? day)
    {
        EmailAddress.TryParse("nusrat@example.org", out var address, out _).ShouldBeTrue();
        var (application, _) = Application.Start(
            "UMB-30-DUE",
            OrganisationId.New(),
            ProgramId.New(),
            ProgramVersionId.New(),
            address!,
            null,
            Marie,
            Start
        );
        application
            .Submit(new SubmitFacts(null, "Day", day, null, "key", Clocks: Clocks), Marie, Start)
            .Done.ShouldBeTrue();
        return application;
    }
}
