using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Rules.Tests.Programs;

/// <summary>Whether the door of a program is open, and what a code does about it.</summary>
public sealed class AdmissionTests
{
    private static readonly Instant s_now = Instant.FromUtc(2030, 3, 10, 9, 0);
    private static readonly LocalDate s_today = new(2030, 3, 10);
    private static readonly Actor s_marie = Actor.Of(PersonId.New(), "Marie");

    [Theory]
    [InlineData("Open", "", null)]
    [InlineData(
        "ByInvitation",
        "",
        "Applications to this program are by invitation. If you were invited, enter the code from your invitation."
    )]
    [InlineData("ByInvitation", "invitation", null)]
    [InlineData("ByInvitation", "late", null)]
    [InlineData(
        "InRounds",
        "",
        "No round is open today. Autumn opens on 1 September 2030. If you were given a code, enter it."
    )]
    [InlineData(
        "InRounds",
        "invitation",
        "No round is open today. Autumn opens on 1 September 2030. If you were given a code, enter it."
    )]
    [InlineData("InRounds", "late", null)]
    [InlineData(
        "Paused",
        "invitation",
        "The program is paused until 1 May 2030. Its page says why. If you were given a code, enter it."
    )]
    [InlineData("Paused", "late", null)]
    [InlineData(
        "Closed",
        "",
        "The program is closed: it takes no more applications. If you were given a code, enter it."
    )]
    [InlineData("Closed", "late", null)]
    public void A_door_says_why_it_is_shut_and_opens_for_the_code_that_fits(
        string state,
        string code,
        string? sentence
    )
    {
        var known = code.Length == 0 ? null : Code(late: code == "late");
        Admission
            .Against(Program(Enum.Parse<ProgramState>(state)), s_today, known)
            ?.Sentence.ShouldBe(sentence);
        (
            Admission.Against(Program(Enum.Parse<ProgramState>(state)), s_today, known) is null
        ).ShouldBe(sentence is null);
    }

    [Theory]
    [InlineData("2030-01-31", false)]
    [InlineData("2030-02-01", true)]
    [InlineData("2030-02-28", true)]
    [InlineData("2030-03-01", false)]
    [InlineData("2030-09-01", true)]
    [InlineData("2030-10-01", false)]
    public void A_round_is_open_from_its_first_to_its_last_day(string day, bool open) =>
        (
            Admission.Against(
                Program(ProgramState.InRounds),
                NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value,
                null
            )
            is null
        ).ShouldBe(open);

    [Fact]
    public void After_the_last_round_no_day_is_promised() =>
        Admission
            .Against(Program(ProgramState.InRounds), new LocalDate(2031, 1, 1), null)!
            .Sentence.ShouldBe(
                "No round is open today, and none is announced. If you were given a code, enter it."
            );

    [Fact]
    public void A_code_is_taken_as_often_as_it_says_and_until_its_last_day()
    {
        var code = Code(late: false, uses: 2, lastDay: s_today);
        code.Use(s_today).ShouldBeNull();
        code.Use(s_today.PlusDays(1))!.Code.ShouldBe("code-over");
        code.Use(s_today).ShouldBeNull();
        code.Use(s_today)!.Code.ShouldBe("code-used-up");
        code.Uses.ShouldBe(2);
        code.Withdraw(s_marie, s_now).Done.ShouldBeTrue();
        code.Withdraw(s_marie, s_now).Refusal!.Code.ShouldBe("code-withdrawn");
        code.Use(s_today)!.Code.ShouldBe("code-withdrawn");
    }

    [Theory]
    [InlineData("", 1, "code-no-reason")]
    [InlineData("   ", 1, "code-no-reason")]
    [InlineData("x", 0, "code-how-often")]
    [InlineData("x", 501, "code-how-often")]
    public void A_code_without_a_reason_or_a_number_is_refused(
        string reason,
        int uses,
        string refusal
    )
    {
        var (code, outcome) = AdmissionCode.Make(
            ProgramId.New(),
            reason,
            late: true,
            uses,
            null,
            s_today,
            s_marie,
            s_now
        );
        code.ShouldBeNull();
        outcome.Refusal!.Code.ShouldBe(refusal);
    }

    [Theory]
    [InlineData("abcd-2345", "ABCD2345")]
    [InlineData(" ABCD 2345 ", "ABCD2345")]
    [InlineData("ABCD234", null)]
    [InlineData("ABCD-23456", null)]
    [InlineData("", null)]
    [InlineData("আবচড২৩৪৫", null)]
    public void A_code_is_read_however_it_is_written(string typed, string? read) =>
        AdmissionCode.Read(typed).ShouldBe(read);

    private static AdmissionCode Code(bool late, int uses = 1, LocalDate? lastDay = null) =>
        AdmissionCode
            .Make(
                ProgramId.New(),
                "Their site was down.",
                late,
                uses,
                lastDay,
                s_today,
                s_marie,
                s_now
            )
            .Code!;

    private static ProgramDefinition Program(ProgramState state) =>
        SmallProgram.Read() with
        {
            State = state,
            StateUntil = new LocalDate(2030, 5, 1),
            Rounds =
            [
                Round("Spring", new(2030, 2, 1), new(2030, 2, 28)),
                Round("Autumn", new(2030, 9, 1), new(2030, 9, 30)),
            ],
        };

    private static ApplicationRound Round(string title, LocalDate opens, LocalDate closes) =>
        new()
        {
            Key = title,
            Title = LocalText.Of(title),
            Opens = opens,
            Closes = closes,
        };
}
