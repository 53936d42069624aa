using System.Globalization;
using Banyan.Kernel.Data;
using Banyan.Kernel.Text;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Writes the receipt of an application's clauses from what was kept at each acceptance; the program's present text says only which of them stands.</summary>
internal sealed class ReadReceipt(BanyanDb db, ProgramShelf shelf, IClock clock)
{
    /// <param name="application">With its acceptances.</param>
    /// <param name="bothSides">False while it must not be known what the organisation decides.</param>
    public async Task<ReceiptView> OfAsync(
        Application application,
        bool bothSides,
        CancellationToken ct
    )
    {
        var organisation = await db.OrganisationFacts.SingleAsync(
            facts => facts.Id == application.Organisation,
            ct
        );
        var program = await shelf.DefinitionAsync(application.ProgramVersion, ct);
        var shown = application
            .Acceptances.Where(known => bothSides || known.Side == Side.Partner)
            .OrderBy(known => known.At)
            .ThenBy(known => known.Id)
            .ToList();
        var hashes = shown.Select(known => known.Hash).Distinct().ToList();
        var wordings = await db
            .Wordings.AsNoTracking()
            .Where(wording => hashes.Contains(wording.Hash))
            .ToDictionaryAsync(wording => wording.Hash, ct);
        var versions = shown
            .Select(known => known.ProgramVersion)
            .Append(application.ProgramVersion)
            .Distinct()
            .ToList();
        var numbers = await db
            .ProgramVersions.AsNoTracking()
            .Where(version => versions.Contains(version.Id))
            .ToDictionaryAsync(version => version.Id, version => version.Number, ct);
        var present = await shelf.TermsAsync(application, ct);
        var standing = application.Standing(present);
        var awaited =
            program.AsksBothSides()
            && (application.EndedAt is null || application.State == ApplicationState.Approved)
            && (!bothSides || application.LeftForOrganisation(present).Count > 0);
        return new ReceiptView
        {
            Organisation = organisation.Name,
            Zone = organisation.Zone,
            Program = program,
            VersionNumber = numbers[application.ProgramVersion],
            Reference = application.Reference,
            Title = application.Title,
            Printed = clock.GetCurrentInstant(),
            Awaits =
                !awaited ? null
                : bothSides ? Texts.AwaitsOrganisation.With(organisation.Name)
                : Texts.AwaitsLetter.With(organisation.Name),
            Accepted =
            [
                .. shown
                    .GroupBy(known => (known.Clause, known.Hash))
                    .OrderBy(group => program.PlaceOf(group.Key.Clause))
                    .ThenBy(group => group.First().At)
                    .Select(group =>
                    {
                        var wording = wordings[group.Key.Hash];
                        var language = CultureInfo.GetCultureInfo(group.First().Language);
                        return new ReceiptText(
                            wording.Summary.In(language),
                            wording.Text.In(language),
                            group.First().Language,
                            group.Key.Hash,
                            ReplacedBy(
                                standing.FirstOrDefault(text => text.Clause == group.Key.Clause),
                                group.First()
                            ),
                            [
                                .. group.Select(known => new Signature(
                                    known.Side,
                                    known.Name,
                                    known.At,
                                    numbers[known.ProgramVersion]
                                )),
                            ]
                        );
                    }),
            ],
        };
    }

    private static string? ReplacedBy(ClauseAcceptance? stands, ClauseAcceptance first) =>
        stands is null || stands.Hash == first.Hash ? null
        : stands.At < first.At ? Texts.ReplacedByEarlier
        : Texts.Replaced;
}

internal sealed record ReceiptView
{
    public required string Organisation { get; init; }
    public required DateTimeZone Zone { get; init; }
    public required ProgramDefinition Program { get; init; }

    /// <summary>Of the version under which the application stands.</summary>
    public required int VersionNumber { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required Instant Printed { get; init; }

    /// <summary>A sentence about the organisation's side, where it is still to come.</summary>
    public required string? Awaits { get; init; }
    public required IReadOnlyList<ReceiptText> Accepted { get; init; }
}

/// <param name="Replaced">A sentence, where another text of the same clause stands.</param>
internal sealed record ReceiptText(
    string Summary,
    string Text,
    string Language,
    string Hash,
    string? Replaced,
    IReadOnlyList<Signature> Signatures
);

internal sealed record Signature(Side Side, string Name, Instant At, int VersionNumber);
