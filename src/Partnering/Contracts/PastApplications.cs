using System.Text.Json;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Partnering.Importing;
using Banyan.Partnering.Importing.Data;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Data;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Partnering.Contracts;

/// <summary>How the command imports.</summary>
/// <param name="DryRun">Nothing is kept.</param>
/// <param name="WithLike">Rows that are like something are taken in: null where nobody said, which is refused where there are such rows.</param>
public sealed record ImportChoice(bool DryRun, bool? WithLike);

/// <summary>What an import came to.</summary>
/// <param name="Taken">How many applications it made; 0 after a dry run or a refusal.</param>
/// <param name="Refusals">A sentence for each reason for which nothing was imported.</param>
public sealed record ImportReport(
    int New,
    int Same,
    int Like,
    int Bad,
    int Taken,
    IReadOnlyList<ImportLine> Rows,
    IReadOnlyList<string> Refusals
);

/// <param name="Line">Of the file, counted from 1.</param>
/// <param name="Verdict">new, same, like or bad.</param>
/// <param name="Words">What is wrong with it, or what it is like.</param>
public sealed record ImportLine(int Line, string Verdict, string Title, string Words);

/// <summary>Past applications from a file, at once and without the worker.</summary>
public sealed class PastApplications
{
    private static readonly Actor CommandLine = Actor.Visitor("banyan import applications");
    private readonly IServiceProvider services;

    internal PastApplications(IServiceProvider services) => this.services = services;

    public async Task<ImportReport> ImportAsync(
        byte[] bytes,
        string fileName,
        string mapText,
        ImportChoice choice,
        Instant now,
        CancellationToken ct
    )
    {
        ImportMap map;
        try
        {
            map = ImportMap.Read(mapText);
        }
        catch (JsonException problem)
        {
            return Refused(Importing.Texts.MapUnreadable, problem.Message);
        }
        if (bytes.Length > PastFile.LargestFile)
            return Refused("{0}", ImportRefusals.FileTooLarge.Sentence);
        var db = services.GetRequiredService<BanyanDb>();
        var program = await services.GetRequiredService<ProgramShelf>().FindAsync(map.Program, ct);
        if (program is null)
            return Refused(Importing.Texts.ProgramUnknown, map.Program);
        var import = new PastImport(
            program.Organisation,
            program.Id,
            PastImport.Named(fileName),
            CommandLine,
            now
        );
        var outcome = import.Upload(CommandLine, now);
        var opened = await services.GetRequiredService<OpenFile>().OfAsync(import, bytes, map, ct);
        if (opened.Refusal is { } unreadable)
            return Refused("{0}", unreadable.Sentence);
        if (MapCheck.Against(map, opened.File!.Survey, opened.Program) is { Count: > 0 } problems)
            return new ImportReport(0, 0, 0, 0, 0, [], [.. problems.Select(p => p.Sentence)]);
        var rows = await services
            .GetRequiredService<JudgeRows>()
            .OfAsync(import, opened, map, now, ct);
        var counts = RunImport.Count(rows);
        var report = new ImportReport(
            counts.New,
            counts.Same,
            counts.Like,
            counts.Bad,
            0,
            [.. rows.Select(RowWords.Line)],
            []
        );
        if (choice.DryRun)
            return report;
        outcome = outcome
            .And(import.Read(opened.File.Survey, CommandLine, now))
            .And(import.Mean(map, CommandLine, now))
            .And(import.Checked(counts, JudgeRows.Fingerprint(rows), CommandLine, now))
            .And(import.TakeIn(choice.WithLike, CommandLine, now));
        if (outcome.Refusal is { } refusal)
            return report with { Refusals = [refusal.Sentence] };
        var written = await services
            .GetRequiredService<WriteRows>()
            .WriteAsync(
                import,
                opened,
                rows,
                () => Task.CompletedTask,
                CommandLine,
                now,
                ct,
                first: outcome
            );
        return written.Refusal is { } against
            ? report with
            {
                Refusals = [against.Sentence],
            }
            : report with
            {
                Taken = counts.New + (choice.WithLike == true ? counts.Like : 0),
            };
    }

    private static ImportReport Refused(string sentence, string part) =>
        new(
            0,
            0,
            0,
            0,
            0,
            [],
            [string.Format(System.Globalization.CultureInfo.CurrentCulture, sentence, part)]
        );
}
