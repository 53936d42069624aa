using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Partnering.Mails;

/// <summary>An address on the applicant's side that does not take our mail.</summary>
internal sealed record MailTrouble(string Address, string Status, string Problem, bool Refused)
{
    private const char Between = '\n';

    /// <summary>From one value of a query: a list can then carry the least of several.</summary>
    public static MailTrouble? Read(string? packed) =>
        packed?.Split(Between, 4) is [var refused, var address, var status, var problem]
            ? new MailTrouble(address, status, problem, refused == "r")
            : null;

    public string Sentence =>
        !Refused ? Texts.CameBack.With(Address, MailReason.WithCode(Status))
        : Problem.Length == 0 ? Texts.Refused.With(Address)
        : Texts.RefusedSaying.With(Address, Problem);

    /// <summary>Each such address of an application once, in one statement.</summary>
    public static async Task<IReadOnlyList<MailTrouble>> OfAsync(
        BanyanDb db,
        ApplicationId id,
        CancellationToken ct
    )
    {
        var thread = id.Value;
        var applicants = db
            .Applications.Where(a => a.Id == id)
            .SelectMany(a => a.Applicants)
            .Select(applicant => applicant.Email);
        var packed = await db
            .MailTroubles.Where(mail => mail.Thread == thread && applicants.Contains(mail.Address))
            .OrderByDescending(mail => mail.TroubleAt)
            .Select(mail =>
                (mail.RefusedAt != null ? "r" : "b")
                + "\n"
                + mail.Address
                + "\n"
                + mail.Status
                + "\n"
                + mail.Problem
            )
            .ToListAsync(ct);
        return
        [
            .. packed
                .Select(words => Read(words)!)
                .DistinctBy(trouble => trouble.Address)
                .OrderBy(trouble => trouble.Address, StringComparer.Ordinal),
        ];
    }
}
