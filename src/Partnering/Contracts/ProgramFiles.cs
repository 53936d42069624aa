using System.Text.Json.Serialization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Programs;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Files;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Contracts;

/// <summary>What was found in a program file.</summary>
/// <param name="Slug">Null while the file does not read.</param>
public sealed record ProgramCheck(
    string File,
    string? Slug,
    IReadOnlyList<ProgramProblem> Problems,
    [property: JsonIgnore] IReadOnlyList<string> Lines
);

/// <param name="Line">Counted from 1.</param>
/// <param name="Path">Like <c>stages[0].kind</c>; empty where the file as a whole is meant.</param>
public sealed record ProgramProblem(int Line, string Path, string Text);

/// <summary>What to call an organisation that the file names and that is not there yet.</summary>
/// <param name="Name">Null: its slug in capitals.</param>
/// <param name="HomeZone">IANA id.</param>
public sealed record NewOrganisation(string? Name, string HomeZone);

/// <summary>What became of a file.</summary>
/// <param name="Number">The version that is current now.</param>
/// <param name="Changed">False where the current version said the same already.</param>
/// <param name="Refusal">The sentence, when it was refused.</param>
/// <param name="Unowned">The slug of the program's organisation, when it has no owner yet.</param>
public sealed record ProgramApplied(int Number, bool Changed, string? Refusal, string? Unowned);

/// <summary>Programs as files: checked, installed and written out.</summary>
public sealed class ProgramFiles
{
    private static readonly Actor CommandLine = Actor.Visitor("banyan program apply");
    private readonly BanyanDb db;
    private readonly OrganisationDirectory organisations;

    internal ProgramFiles(BanyanDb db, OrganisationDirectory organisations) =>
        (this.db, this.organisations) = (db, organisations);

    public static ProgramCheck Check(ReadOnlySpan<byte> bytes, string fileName)
    {
        var result = ProgramFile.Read(bytes, fileName);
        return new ProgramCheck(
            fileName,
            result.Definition?.Slug,
            [
                .. result.Problems.Select(problem => new ProgramProblem(
                    problem.Line,
                    problem.Path,
                    problem.Text
                )),
            ],
            [.. result.Lines]
        );
    }

    /// <summary>Makes the file the program's current version, together with the organisation and the teams that it names, or nothing of it.</summary>
    /// <exception cref="ArgumentException">The file does not read; <see cref="Check"/> says why.</exception>
    public async Task<ProgramApplied> ApplyAsync(
        ReadOnlyMemory<byte> bytes,
        NewOrganisation newOrganisation,
        Instant now,
        CancellationToken ct
    )
    {
        var definition =
            ProgramFile.Read(bytes.Span, "").Definition
            ?? throw new ArgumentException("The file has problems.", nameof(bytes));
        var ensured = await organisations.EnsureAsync(
            definition.Organisation,
            newOrganisation.Name ?? definition.Organisation.ToUpperInvariant(),
            newOrganisation.HomeZone,
            null,
            CommandLine,
            now,
            ct
        );
        var (published, number) = await new PublishVersion(db, organisations).OfAsync(
            definition,
            ensured.Id,
            "",
            CommandLine,
            now,
            ct
        );
        var outcome = ensured.Outcome.And(published);
        var changed = outcome.Events.Count > 0;
        outcome = await db.CommitAsync(outcome, ct);
        var owned = await db.SeatFacts.AnyAsync(
            seat => seat.Organisation == ensured.Id && seat.Kind == TeamKind.Owners,
            ct
        );
        return new ProgramApplied(
            number,
            changed,
            outcome.Refusal?.Sentence,
            owned ? null : definition.Organisation
        );
    }

    /// <summary>The one text of the program's current version; null when there is no such program.</summary>
    public async Task<string?> ExportAsync(string slug, CancellationToken ct)
    {
        var versions = db.ProgramVersions;
        return await db
            .Programs.AsNoTracking()
            .Where(program => program.Slug == slug)
            .Join(versions, p => p.CurrentVersion, v => v.Id, (_, version) => version.Text)
            .SingleOrDefaultAsync(ct);
    }
}
