using System.Net;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Web;
using Banyan.Membership.People;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Banyan.Membership.Contracts;

/// <summary>What a mailed code is for.</summary>
/// <param name="Name">Stable and at most 80 characters; a code asked for under one name is not taken under another.</param>
/// <param name="Path">The page where the code is typed; the ticket is appended to it as <c>?ticket=</c>.</param>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="Why">First paragraph of the mail: what was asked for.</param>
public sealed record CodePurpose(string Name, string Path, string Subject, string Why)
{
    /// <summary>Where the code of this ticket is typed.</summary>
    public string PathOf(Guid ticket) => $"{Path}?ticket={ticket:n}";
}

/// <summary>A request for a code, as its page shows it.</summary>
/// <param name="Shown">The code itself, in development and demo mode only.</param>
public sealed record CodeTicket(Guid Ticket, string Email, string? Shown);

/// <summary>What became of a typed code.</summary>
/// <param name="Outcome">To be committed by the caller; or the refusal, at the field "code".</param>
/// <param name="Person">Set unless refused.</param>
/// <param name="Next">The path given when the code was asked for.</param>
public sealed record CodeRedeemed(Outcome Outcome, PersonFacts? Person, string Next);

/// <summary>Proves that somebody reads an address: mails six digits, takes them once, and signs in.</summary>
public sealed partial class CodeMail
{
    // One more than a stranger who asks for the same address at the same moment can win from one network, and then some.
    private const int Rounds = 6;
    private readonly BanyanDb db;
    private readonly SiteAddress site;
    private readonly Sessions sessions;
    private readonly ShownCodes shown;

    internal CodeMail(BanyanDb db, SiteAddress site, Sessions sessions, ShownCodes shown)
    {
        this.db = db;
        this.site = site;
        this.sessions = sessions;
        this.shown = shown;
    }

    /// <summary>Mails a code, and commits that by itself. Over a limit everything is the same, only that no mail leaves; nothing tells the two apart.</summary>
    /// <param name="next">A path of this site, or anything: what is not one is dropped.</param>
    /// <returns>The ticket for <see cref="CodePurpose.PathOf"/>.</returns>
    public async Task<Guid> AskAsync(
        EmailAddress address,
        CodePurpose purpose,
        string? next,
        IPAddress? from,
        Instant now,
        CancellationToken ct
    )
    {
        var network = Network.Of(from);
        for (var round = 1; ; round++)
        {
            var place = round < Rounds ? await PlaceAsync(address.Key, network, now, ct) : null;
            var asked = SignInCode.Ask(
                address,
                purpose.Name,
                LocalPath.Or(next, ""),
                network,
                place,
                now,
                out var code
            );
            var person = await db
                .People.Where(p => p.EmailKey == address.Key)
                .Select(p => new { p.Email, p.Name })
                .SingleOrDefaultAsync(ct);
            db.Add(asked);
            var outcome = Outcome.Of(Actor.Visitor(""), now);
            if (place is not null)
                outcome = outcome.Then(
                    CodeLetter
                        .Of(
                            person?.Email ?? address.Envelope,
                            person?.Name ?? "",
                            purpose,
                            code,
                            site.Of(purpose.PathOf(asked.Id)),
                            now + SignInCode.Lifetime
                        )
                        .Send(now)
                );
            // Refused only when another request took the place at the same moment.
            if ((await db.CommitAsync(outcome, ct)).Done)
            {
                if (place is not null)
                    shown.Keep(asked.Id, code);
                return asked.Id;
            }
            if (round > Rounds)
                throw new InvalidOperationException("The request for a code could not be kept.");
        }
    }

    /// <summary>The request that a code page is about; null when it is over or was never made.</summary>
    public async Task<CodeTicket?> FindAsync(
        Guid ticket,
        CodePurpose purpose,
        Instant now,
        CancellationToken ct
    )
    {
        var from = now - SignInCode.Lifetime;
        var email = await db
            .SignInCodes.Where(c =>
                c.Id == ticket && c.Purpose == purpose.Name && c.Used == null && c.Created > from
            )
            .Select(c => c.Email)
            .SingleOrDefaultAsync(ct);
        return email is null ? null : new CodeTicket(ticket, email, shown.Of(ticket));
    }

    /// <summary>Takes a typed code. Call it before anything else is changed: the try is committed at once, right or wrong. On success a session is begun, the person is made if the address is new, and all of it waits for the caller's commit.</summary>
    /// <param name="name">The name for a person who has none yet; may be empty.</param>
    public async Task<CodeRedeemed> RedeemAsync(
        HttpContext context,
        Guid ticket,
        CodePurpose purpose,
        string typed,
        string name,
        Instant now,
        CancellationToken ct
    )
    {
        CodeRedeemed Refused(Refusal refusal, int tries = 0)
        {
            CodeRefused(
                context.RequestServices.GetRequiredService<ILogger<CodeMail>>(),
                refusal.Code,
                purpose.Name,
                tries,
                Network.Of(context.Connection.RemoteIpAddress)
            );
            return new CodeRedeemed(refusal, null, "");
        }

        var digits = SignInCode.DigitsOf(typed);
        if (digits.Length != SignInCode.Digits)
            return Refused(People.Domain.Refusals.CodeUnreadable);
        var asked = await db.SignInCodes.SingleOrDefaultAsync(
            c => c.Id == ticket && c.Purpose == purpose.Name,
            ct
        );
        if (asked is null)
            return Refused(People.Domain.Refusals.CodeWrong);
        var tried = await db.CommitAsync(asked.Try(now), ct);
        if (!tried.Done)
            return Refused(tried.Refusal!, asked.Tries);
        var redeemed = asked.Redeem(digits, now);
        if (!redeemed.Done)
            return Refused(redeemed.Refusal!, asked.Tries);
        var person = await PersonAsync(asked, now, ct);
        await sessions.SignInAsync(context, person.Id, now, ct);
        var outcome = person.SignIn(now);
        var given = Kernel.Text.Typed.OneLine(name);
        if (person.Name.Length == 0 && given.Length is > 0 and <= Person.NameLength)
            outcome = outcome.And(person.Rename(given, outcome.Actor, now));
        return new CodeRedeemed(
            outcome,
            new PersonFacts
            {
                Id = person.Id,
                Name = person.Name,
                Email = person.Email,
                EmailKey = person.EmailKey,
                Zone = person.Zone,
                UnsubscribeKey = person.UnsubscribeKey,
            },
            asked.Next
        );
    }

    // Neither whose it was nor what was typed: the first is nobody's business here, the second nearly a code.
    [LoggerMessage(
        LogLevel.Information,
        "code refused: {Reason} for {Purpose}, try {Tries}, from {Network}"
    )]
    private static partial void CodeRefused(
        ILogger log,
        string reason,
        string purpose,
        int tries,
        string network
    );

    private Task<Person> PersonAsync(SignInCode asked, Instant now, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(asked.Email, out var address, out var problem))
            throw new InvalidOperationException($"A kept address no longer reads: {problem}.");
        return db.PersonOfAsync(address, now, ct);
    }

    private async Task<MailPlace?> PlaceAsync(
        string key,
        string network,
        Instant now,
        CancellationToken ct
    )
    {
        var day = now - MailLimits.Day;
        var hours = now - 2 * MailLimits.NetworkWindow;
        var toAddress = await db
            .SignInCodes.Where(c => c.EmailKey == key && c.Created > day && c.AddressPlace != null)
            .Select(c => new MailSent(c.Created, c.Network))
            .ToListAsync(ct);
        var toNetwork = await db
            .SignInCodes.Where(c =>
                c.Network == network && c.Created > hours && c.NetworkPlace != null
            )
            .Select(c => c.Created)
            .ToListAsync(ct);
        return MailLimits.Next(key, toAddress, network, toNetwork, now);
    }
}
