using System.Globalization;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using NodaTime;

namespace Banyan.Partnering.Acknowledgements;

/// <summary>Which partners the table shows.</summary>
internal enum LedgerShow
{
    Current,

    /// <summary>Those of today who have not accepted the present text.</summary>
    Behind,
    Former,
}

/// <summary>The table of the page, and the file that is made of it: the same rows in the same words.</summary>
internal sealed record LedgerTable(IReadOnlyList<LedgerRow> Rows, string? Next)
{
    public const int PartnersAtOnce = 100;

    /// <param name="after">The code of the last partner of the page before.</param>
    public static LedgerTable Of(Ledger ledger, LedgerShow show, string? after)
    {
        var partners = (
            show switch
            {
                LedgerShow.Current => ledger.Current,
                LedgerShow.Behind => ledger.Behind,
                LedgerShow.Former => ledger.Partners.Where(p => !p.IsCurrent(ledger.Today)),
            }
        ).ToList();
        var from = partners.FindIndex(partner => partner.Code == after) + 1;
        var page = partners.Skip(from).Take(PartnersAtOnce).ToList();
        return new LedgerTable(
            [.. page.SelectMany(partner => RowsOf(ledger, partner, show == LedgerShow.Behind))],
            partners.Count > from + page.Count ? page[^1].Code : null
        );
    }

    private static IEnumerable<LedgerRow> RowsOf(
        Ledger ledger,
        LedgerPartner partner,
        bool onlyBehind
    )
    {
        foreach (var clause in ledger.Clauses)
        {
            if (onlyBehind && partner.Has(clause.Hash))
                continue;
            var accepted = partner
                .Acceptances.Where(known => known.Clause == clause.Clause.Key)
                .Reverse()
                .ToList();
            if (accepted.TrueForAll(known => known.Side != Side.Partner))
                yield return new LedgerRow(
                    partner.Code,
                    partner.Title,
                    partner.Reference,
                    clause.Clause.Summary.ToString(),
                    "",
                    "",
                    "",
                    "",
                    Texts.NotAccepted,
                    Tone.Wait
                );
            foreach (var acceptance in accepted)
                yield return RowOf(
                    ledger,
                    partner,
                    acceptance,
                    acceptance.Hash == clause.Hash ? Texts.CurrentText : Texts.EarlierText,
                    acceptance.Hash == clause.Hash ? Tone.Ok
                        : partner.Has(clause.Hash) ? Tone.Plain
                        : Tone.Wait
                );
        }
        if (onlyBehind)
            yield break;
        foreach (
            var acceptance in partner.Acceptances.Where(known =>
                ledger.Clauses.All(clause => clause.Clause.Key != known.Clause)
            )
        )
            yield return RowOf(ledger, partner, acceptance, Texts.NoLongerAsked, Tone.Plain);
    }

    private static LedgerRow RowOf(
        Ledger ledger,
        LedgerPartner partner,
        ClauseAcceptance acceptance,
        string status,
        Tone tone
    ) =>
        new(
            partner.Code,
            partner.Title,
            partner.Reference,
            ledger.SummaryOf(acceptance.Clause, acceptance.Hash),
            Texts.TextAndVersion.With(
                ClauseWording.Short(acceptance.Hash),
                ledger.Numbers[acceptance.ProgramVersion]
            ),
            acceptance.Side switch
            {
                Side.Partner => Texts.ForThePartner,
                Side.Organisation => Texts.ForTheOrganisation,
            },
            acceptance.Name,
            When(acceptance.At, ledger.Zone),
            status,
            tone
        );

    public static string When(Instant at, DateTimeZone zone) => ZonedTime.Say(at.InZone(zone));

    public static string Day(LocalDate day) =>
        day.ToString(Texts.LongDay, CultureInfo.CurrentCulture);
}

internal sealed record LedgerRow(
    string Code,
    string Partner,
    string Reference,
    string Clause,
    string Text,
    string Side,
    string By,
    string When,
    string Status,
    Tone Tone
);
