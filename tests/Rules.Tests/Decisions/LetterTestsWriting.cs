using System.Globalization;
using System.Runtime.CompilerServices;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Decisions;
using Banyan.Partnering.Decisions.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Rules.Tests.Programs;
using NodaTime;
using ApplicationId = Banyan.Partnering.ApplicationId;

namespace Banyan.Rules.Tests.Decisions;

/// <summary>What is decided, and the letter of it.</summary>
public sealed partial class LetterTests
{
    private static DecisionDraft Approved() =>
        new(DecisionOutcome.Approved, new Dictionary<string, string>(), "", null);

    private static DecisionDraft Declined() =>
        new(
            DecisionOutcome.Declined,
            new Dictionary<string, string>
            {
                ["conduct"] = "The page names nobody who receives reports.",
                ["page"] = "The page did not answer on three days.",
            },
            "Name two people and an address on your code of conduct, then apply again.",
            new LocalDate(2027, 5, 1)
        );

    private static ProgramDefinition Psf() => ProgramFolder.Read("psf-community-partner.yaml");

    /// <summary>With a reason for each criterion that the program has, and what its outcome asks for.</summary>
    private static DecisionDraft Draft(DecisionOutcome outcome, ProgramDefinition program) =>
        outcome switch
        {
            DecisionOutcome.Approved => Approved(),
            DecisionOutcome.ApprovedWithConditions => Approved() with
            {
                Outcome = outcome,
                Terms = new ApprovalTerms(
                    null,
                    null,
                    [
                        "Name two people on the code of conduct, with an address.",
                        "Say on your page that it is led by the community.",
                    ],
                    new LocalDate(2027, 4, 15)
                ),
            },
            DecisionOutcome.ApprovedOnTrial => Approved() with
            {
                Outcome = outcome,
                Terms = new ApprovalTerms(new LocalDate(2027, 8, 31), null, [], null),
            },
            DecisionOutcome.Declined => Declined() with
            {
                Reasons = program
                    .Criteria.Take(2)
                    .ToDictionary(
                        criterion => criterion.Key,
                        criterion => $"What we saw did not answer this ({criterion.Key})."
                    ),
            },
        };

    private static string Write(
        DecisionDraft draft,
        ProgramDefinition? program = null,
        Revisit? again = null,
        string language = "en"
    )
    {
        var text = Write(
            draft,
            out var decision,
            program: program,
            again: again,
            language: language
        );
        text.Language.ShouldBe(language);
        text.Open.ShouldBeEmpty();
        var mail = LetterMail.Of(Letter.Write(decision, text, Now)).Single();
        return $"Subject: {mail.Subject}\n\n{mail.Text}";
    }

    private static LetterText Write(
        DecisionDraft draft,
        out Decision decision,
        string title = "Dhaka Python Day",
        ProgramDefinition? program = null,
        Revisit? again = null,
        string language = "en"
    )
    {
        program ??= Psf();
        var approved = draft.Outcome.IsApproval;
        var (recorded, outcome) = Decision.Record(
            ApplicationId.New(),
            draft,
            new DecisionFacts(
                ApplicationState.Deciding,
                Ball.Staff,
                approved ? ReviewResult.Consensus : ReviewResult.NoConsensus,
                [.. program.Criteria.Select(criterion => criterion.Key)],
                true,
                Now.InUtc().Date,
                "7K3Q9ZTD"
            )
            {
                LastDay = begins => program.Term.LastDay(begins, program.Edition),
            },
            Marie,
            Now
        );
        outcome.Refusal.ShouldBeNull();
        decision = recorded!;
        return LetterWriter.Write(
            new LetterFacts
            {
                Decision = decision,
                Program = program,
                Culture = CultureInfo.GetCultureInfo(language),
                Today = Now.InUtc().Date,
                Reference = "PSF-27-K7Q3",
                Title = title,
                Name = "Nusrat Rahman",
                Community = "Dhaka Python",
                Organisation = "The Foundation",
                PartnerPage = approved ? "https://partners.example.org/partners/7K3Q9ZTD" : "",
                ApplicationPage = "https://partners.example.org/applications/PSF-27-K7Q3",
                Recipients = [new Addressee("nusrat@example.org", "Nusrat Rahman")],
                Revisit = again,
                LetterBefore = again?.EndedAt.InUtc().Date,
                RevisitedOn = again?.At.InUtc().Date,
            }
        );
    }

    private static string Here(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Letters", $"{name}.txt");

    private static void Compare(string file, string letter)
    {
        if (Environment.GetEnvironmentVariable("BANYAN_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, letter);
        }
        letter.ShouldBe(File.ReadAllText(file));
    }
}
