using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using NodaTime;

namespace Banyan.Partnering.Importing.Domain;

internal readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static ImportId New() => new(Guid.CreateVersion7());
}

/// <summary>How far an import is. In the four that end in "ing" it is the worker's turn.</summary>
internal enum ImportState
{
    Reading,

    /// <summary>Somebody has to say what the columns mean, or how the file is to be read.</summary>
    Mapping,
    Checking,

    /// <summary>The dry run is there to be looked at.</summary>
    Checked,
    Writing,
    Done,
    Undoing,
    Undone,
    Discarded,
}

/// <summary>How many rows of a file are what.</summary>
internal sealed record RowCounts(int New, int Same, int Like, int Bad)
{
    public int All => New + Same + Like + Bad;
}

/// <summary>One file of past applications on its way into a program, from its upload to the day when nobody wants to undo it any more.</summary>
internal sealed class PastImport : Entity
{
    public const int LongestName = 200;

    private PastImport() { }

    public PastImport(
        OrganisationId organisation,
        ProgramId program,
        string file,
        Actor actor,
        Instant now
    ) =>
        (Organisation, Program, File, By, UploadedBy, UploadedAt) = (
            organisation,
            program,
            file,
            actor.Person,
            actor.Name,
            now
        );

    public ImportId Id { get; private init; } = ImportId.New();
    public OrganisationId Organisation { get; private init; }
    public ProgramId Program { get; private init; }

    /// <summary>The name of the file, as it was on the uploader's machine.</summary>
    public string File { get; private init; } = "";

    /// <summary>Null where it came from the command line.</summary>
    public PersonId? By { get; private init; }
    public string UploadedBy { get; private init; } = "";
    public Instant UploadedAt { get; private init; }
    public ImportState State { get; private set; } = ImportState.Reading;

    /// <summary>Null while the file could not be read as a table.</summary>
    public FileSurvey? Survey { get; private set; }

    /// <summary>How the file is to be read, and what its columns mean; null before anybody said it.</summary>
    public ImportMap? Map { get; private set; }

    /// <summary>Grows with each dry run, so that the rows of an earlier one are not taken for those of this.</summary>
    public int Check { get; private set; }
    public RowCounts? Counts { get; private set; }

    /// <summary>What the dry run said of each row. It is written only while it would still say the same.</summary>
    public string Verdicts { get; private set; } = "";

    /// <summary>Rows that look like something that is there are taken in, too.</summary>
    public bool WithLike { get; private set; }

    /// <summary>Why the worker could not do what it was to do; empty where it could.</summary>
    public string Trouble { get; private set; } = "";
    public int Taken { get; private set; }
    public Instant? EndedAt { get; private set; }

    public bool IsWorking =>
        State
            is ImportState.Reading
                or ImportState.Checking
                or ImportState.Writing
                or ImportState.Undoing;

    public bool MayMap => State is ImportState.Mapping or ImportState.Checked;

    /// <summary>A name as it can be kept: without the folders of somebody's machine.</summary>
    public static string Named(string path)
    {
        var name = Typed.OneLine(path[(path.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length == 0 ? "?"
            : name.Length > LongestName ? name[..LongestName]
            : name;
    }

    public Outcome Upload(Actor actor, Instant now) =>
        Outcome.Of(actor, now, new ImportUploaded(Id.Value, File));

    /// <summary>The file is read once more, in another way. What the columns mean is asked anew, for it may have others then.</summary>
    public Outcome ReadAgain(ImportMap reading, Actor actor, Instant now)
    {
        if (!MayMap)
            return ImportRefusals.NotNow(State);
        (State, Map, Counts, Trouble) = (
            ImportState.Reading,
            reading with
            {
                Columns = [],
            },
            null,
            ""
        );
        return Outcome.Of(actor, now);
    }

    public Outcome Read(FileSurvey survey, Actor actor, Instant now)
    {
        (State, Survey, Trouble) = (ImportState.Mapping, survey, "");
        return Outcome.Of(actor, now);
    }

    public Outcome Unreadable(Refusal why, Actor actor, Instant now)
    {
        (State, Survey, Trouble) = (ImportState.Mapping, null, why.Sentence);
        return Outcome.Of(actor, now);
    }

    /// <summary>What was said about the columns does not hold any more.</summary>
    public Outcome Unclear(Refusal why, Actor actor, Instant now)
    {
        (State, Trouble) = (ImportState.Mapping, why.Sentence);
        return Outcome.Of(actor, now);
    }

    public Outcome Mean(ImportMap map, Actor actor, Instant now)
    {
        if (!MayMap || Survey is null)
            return ImportRefusals.NotNow(State);
        (State, Map, Counts, Trouble) = (ImportState.Checking, map, null, "");
        return Outcome.Of(actor, now);
    }

    public Outcome Checked(RowCounts counts, string verdicts, Actor actor, Instant now)
    {
        (State, Counts, Verdicts, Check) = (ImportState.Checked, counts, verdicts, Check + 1);
        return Outcome.Of(actor, now);
    }

    /// <param name="withLike">Null: not said, which is refused where there are such rows.</param>
    public Outcome TakeIn(bool? withLike, Actor actor, Instant now)
    {
        if (State != ImportState.Checked || Counts is not { } counts)
            return ImportRefusals.NotNow(State);
        if (counts.Bad > 0)
            return ImportRefusals.BadRows(counts.Bad);
        if (counts.Like > 0 && withLike is null)
            return ImportRefusals.LikeUnsaid;
        if (counts.New == 0 && (counts.Like == 0 || withLike != true))
            return ImportRefusals.NothingNew;
        (State, WithLike, Trouble) = (ImportState.Writing, withLike == true, "");
        return Outcome.Of(actor, now);
    }

    public Outcome Written(int taken, Actor actor, Instant now)
    {
        (State, Taken, EndedAt) = (ImportState.Done, taken, now);
        return Outcome.Of(actor, now, new ImportWritten(Id.Value, File, taken));
    }

    /// <summary>What it was checked against has changed since, so it is checked again and somebody looks at it again.</summary>
    public Outcome LookAgain(Refusal why, Actor actor, Instant now)
    {
        (State, Trouble) = (ImportState.Checking, why.Sentence);
        return Outcome.Of(actor, now);
    }

    public Outcome Undo(Actor actor, Instant now)
    {
        if (State != ImportState.Done)
            return ImportRefusals.NotNow(State);
        (State, Trouble) = (ImportState.Undoing, "");
        return Outcome.Of(actor, now);
    }

    public Outcome Undone(Actor actor, Instant now)
    {
        (State, EndedAt) = (ImportState.Undone, now);
        return Outcome.Of(actor, now, new ImportUndone(Id.Value, File, Taken));
    }

    public Outcome Stays(Refusal why, Actor actor, Instant now)
    {
        (State, Trouble) = (ImportState.Done, why.Sentence);
        return Outcome.Of(actor, now);
    }

    /// <summary>What the worker was to do fails again and again. Nothing of it is done, so somebody may go on from the state before it, or throw it away.</summary>
    public Outcome GiveUp(Refusal why, Actor actor, Instant now)
    {
        (State, Trouble) = (
            State switch
            {
                ImportState.Writing => ImportState.Checked,
                ImportState.Undoing => ImportState.Done,
                _ => ImportState.Mapping,
            },
            why.Sentence
        );
        return Outcome.Of(actor, now);
    }

    public Outcome Discard(Actor actor, Instant now)
    {
        if (!MayMap)
            return ImportRefusals.NotNow(State);
        (State, EndedAt, Survey, Counts) = (ImportState.Discarded, now, null, null);
        return Outcome.Of(actor, now, new ImportDiscarded(Id.Value, File));
    }
}

/// <summary>The bytes that were uploaded. They go with the day on which the import ends.</summary>
internal sealed class ImportFile
{
    public ImportId Import { get; init; }
    public byte[] Bytes { get; init; } = [];
}

/// <summary>What the dry run says of one row.</summary>
internal enum RowVerdict
{
    New,
    Same,
    Like,
    Bad,
}

/// <summary>One row of the dry run, kept to be looked at.</summary>
internal sealed class CheckedRow
{
    /// <summary>Of each verdict so many are kept; their number is known of all.</summary>
    public const int MostKept = 500;

    public ImportId Import { get; init; }
    public int Check { get; init; }
    public int Line { get; init; }
    public RowVerdict Verdict { get; init; }
    public string Title { get; init; } = "";
    public string About { get; init; } = "";

    /// <summary>The application that it is the same as, or like; null where it is a row of this file.</summary>
    public ApplicationId? Case { get; init; }

    /// <summary>The row of this file that it is the same as, or like.</summary>
    public int? LikeLine { get; init; }
    public string LikeBy { get; init; } = "";

    /// <summary>A sentence for each cell that is wrong.</summary>
    public RowProblems Problems { get; init; } = new([]);
}

internal sealed record RowProblems(IReadOnlyList<string> Sentences);
