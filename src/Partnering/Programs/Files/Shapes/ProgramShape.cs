using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>The whole file, its keys in the order in which they are written.</summary>
internal static class ProgramShape
{
    /// <summary>Names the format in the first line; a later format gets another number.</summary>
    public const string Header = "program/1";

    public static readonly ObjectShape<ProgramDefinition> Whole = new(fields =>
    {
        fields.Required("banyan", Choice.Of([Header]), _ => Header);
        var organisation = fields.Required(
            "organisation",
            Common.Slug,
            program => program.Organisation
        );
        var slug = fields.Required("slug", Common.Slug, program => program.Slug);
        var name = fields.Required("name", Common.Line, program => program.Name);
        var prefix = fields.Required(
            "referencePrefix",
            Common.ReferencePrefix,
            program => program.ReferencePrefix
        );
        var summary = fields.Required("summary", Common.Text, program => program.Summary);
        var purpose = fields.Maybe("purpose", Common.Text, program => program.Purpose);
        var chapters = fields.List(
            "chapters",
            Keyed(PublicShapes.Chapter),
            program => program.Chapters
        );
        var figures = fields.List(
            "figures",
            new ListShape<Figure>(PublicShapes.Figure),
            program => program.Figures
        );
        var state = fields.Required("state", Choice.Of<ProgramState>(), program => program.State);
        var stateReason = fields.Maybe("stateReason", Common.Text, program => program.StateReason);
        var stateUntil = fields.MaybeValue(
            "stateUntil",
            Common.Date,
            program => program.StateUntil
        );
        var rounds = fields.List("rounds", Keyed(PublicShapes.Round), program => program.Rounds);
        var unit = fields.Required("unit", Choice.Of<ProgramUnit>(), program => program.Unit);
        var edition = fields.Maybe("edition", PublicShapes.Edition, program => program.Edition);
        var window = fields.Optional(
            "window",
            CaseShapes.Window,
            program => program.Window,
            new WindowRule()
        );
        var qualifies = fields.List("whoQualifies", Common.Lines, program => program.WhoQualifies);
        var doesNot = fields.List("whoDoesNot", Common.Lines, program => program.WhoDoesNot);
        var eligibility = fields.List(
            "eligibility",
            Keyed(FormShapes.Eligibility),
            program => program.Eligibility
        );
        var form = fields.Required("form", FormShapes.Form, program => program.Sections);
        var criteria = fields.List(
            "criteria",
            Keyed(CaseShapes.Criterion),
            program => program.Criteria
        );
        var clauses = fields.List("clauses", Keyed(CaseShapes.Clause), program => program.Clauses);
        var agreement = fields.Optional(
            "agreement",
            PartnershipShapes.Agreement,
            program => program.Agreement,
            new Agreement()
        );
        var stages = fields.Required(
            "stages",
            Keyed(CaseShapes.Stage, fewest: 1),
            program => program.Stages
        );
        var clocks = fields.Required("clocks", CaseShapes.Clocks, program => program.Clocks);
        var decision = fields.Optional(
            "decision",
            CaseShapes.Decision,
            program => program.Decision,
            new DecisionSettings()
        );
        var conflicts = fields.Optional(
            "conflicts",
            CaseShapes.Conflicts,
            program => program.Conflicts,
            new ConflictSettings()
        );
        var canned = fields.List(
            "cannedQuestions",
            Keyed(CaseShapes.CannedQuestion),
            program => program.CannedQuestions
        );
        var letters = fields.Optional(
            "letters",
            CaseShapes.Letters,
            program => program.Letters,
            new Dictionary<string, LetterTemplate>(StringComparer.Ordinal)
        );
        var term = fields.Required("term", PartnershipShapes.Term, program => program.Term);
        var benefits = fields.List(
            "benefits",
            Keyed(PartnershipShapes.Benefit),
            program => program.Benefits
        );
        var commitments = fields.List(
            "commitments",
            Keyed(PartnershipShapes.Commitment),
            program => program.Commitments
        );
        var report = fields.Maybe("report", FormShapes.Report, program => program.Report);
        var review = fields.Maybe("review", PartnershipShapes.Review, program => program.Review);
        var leaving = fields.List("leaving", Common.Lines, program => program.Leaving);
        var contacts = fields.List(
            "contacts",
            new ListShape<Contact>(PartnershipShapes.Contact),
            program => program.Contacts
        );
        return values => new ProgramDefinition
        {
            Organisation = values.Of(organisation),
            Slug = values.Of(slug),
            Name = values.Of(name),
            ReferencePrefix = values.Of(prefix),
            Summary = values.Of(summary),
            Purpose = values.Of(purpose),
            Chapters = values.Of(chapters),
            Figures = values.Of(figures),
            State = values.Of(state),
            StateReason = values.Of(stateReason),
            StateUntil = values.Of(stateUntil),
            Rounds = values.Of(rounds),
            Unit = values.Of(unit),
            Edition = values.Of(edition),
            Window = values.Of(window),
            WhoQualifies = values.Of(qualifies),
            WhoDoesNot = values.Of(doesNot),
            Eligibility = values.Of(eligibility),
            Sections = values.Of(form),
            Criteria = values.Of(criteria),
            Clauses = values.Of(clauses),
            Agreement = values.Of(agreement),
            Stages = values.Of(stages),
            Clocks = values.Of(clocks),
            Decision = values.Of(decision),
            Conflicts = values.Of(conflicts),
            CannedQuestions = values.Of(canned),
            Letters = values.Of(letters),
            Term = values.Of(term),
            Benefits = values.Of(benefits),
            Commitments = values.Of(commitments),
            Report = values.Of(report),
            Review = values.Of(review),
            Leaving = values.Of(leaving),
            Contacts = values.Of(contacts),
        };
    });

    private static ListShape<T> Keyed<T>(Shape<T> item, int fewest = 0)
        where T : notnull => new(item, fewest, uniqueBy: "key");
}
