using System.Text;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Contracts;
using Banyan.Partnering.Programs.Data;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Replies.Domain;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.Museum.Keys;

/// <summary>Everything that opens something to whoever has it. That there is no more is what <c>SecretsTests</c> of the architecture say.</summary>
internal static class AllKeys
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Key SessionOf(MatrixWorld world) =>
        new(
            "session",
            world.SessionOf(Persona.Kwame)!.Secret,
            async secret =>
            {
                // No client sends these, and the web server takes none.
                if (secret.Any(char.IsControl))
                    return new Tried(400, false);
                using var visitor = world.Host.NewVisitor();
                visitor.Cookies.Set(world.CookieName, secret);
                using var answer = await visitor.GetAsync("/me");
                return new Tried((int)answer.StatusCode, (int)answer.StatusCode == 200);
            }
        );

    public static Key FormTokenOf(MatrixWorld world) =>
        new(
            "form",
            world.SessionOf(Persona.Kwame)!.FormToken,
            async token =>
            {
                using var visitor = world.Visitor(Persona.Kwame);
                using var answer = await visitor.PostAsync(
                    "/me",
                    ("name", "Kwame"),
                    ("_form", token)
                );
                return new Tried((int)answer.StatusCode, (int)answer.StatusCode == 303);
            }
        );

    public static async Task<Key> UnsubscribingAsync(MatrixWorld world)
    {
        var id = world.People[Persona.Kwame];
        var key = await world.Host.DbAsync(db =>
            db.People.Where(person => person.Id == id)
                .Select(person => person.UnsubscribeKey)
                .SingleAsync(Ct)
        );
        return new Key("unsubscribing", key, typed => OneClickAsync(world.Host, typed));
    }

    private static async Task<Tried> OneClickAsync(BanyanHost host, string key)
    {
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync(
            $"/unsubscribe/{Uri.EscapeDataString(key)}/week"
        );
        return new Tried((int)answer.StatusCode, (int)answer.StatusCode == 200);
    }

    public static async Task<Key> AdmissionAsync(MatrixWorld world)
    {
        var slug = WorldProgram.Slug(Persona.North);
        var code = "";
        await world.ChangeAsync(async db =>
        {
            var program = await db.Programs.SingleAsync(known => known.Slug == slug, Ct);
            var (made, outcome) = AdmissionCode.Make(
                program.Id,
                "For a friend.",
                late: true,
                mostUses: 5,
                null,
                default,
                world.ActorOf(Persona.Marie),
                world.Host.Clock.Now
            );
            code = made!.Code;
            db.Add(made);
            return outcome;
        });
        return new Key(
            "admission",
            code,
            async typed =>
            {
                using var visitor = world.Host.NewVisitor();
                using var answer = await visitor.PostAsync(
                    $"/programs/{slug}/apply",
                    ("Email", World.Stranger.Address),
                    ("code", typed)
                );
                return new Tried((int)answer.StatusCode, (int)answer.StatusCode == 303);
            }
        )
        {
            Read = AdmissionCode.Read,
        };
    }

    public static async Task<Key> ReplyOfApplicantAsync(MatrixWorld world)
    {
        var reference = world.Find(Relation.Own, Matrix.Stage.PreReview)!.Reference;
        var key = await world.Host.DbAsync(db =>
            db.Applications.Where(application => application.Reference == reference)
                .SelectMany(application => application.Applicants)
                .Where(applicant => applicant.Email == Persona.Nusrat.Address)
                .Select(applicant => applicant.ReplyKey)
                .SingleAsync(Ct)
        );
        return ReplyKey("answer of an applicant", key, world.Host, Persona.Nusrat.Address);
    }

    public static async Task<Key> ReplyOfStaffAsync(MatrixWorld world)
    {
        var record = world.Find(Relation.Own, Matrix.Stage.PreReview)!;
        var given = new DeskReplyKey(new(record.Id), world.People[Persona.Marie]);
        await world.ChangeAsync(db =>
        {
            db.Add(given);
            return Task.FromResult(
                Kernel.Domain.Outcome.Of(Kernel.Domain.Actor.Rule, world.Host.Clock.Now)
            );
        });
        return ReplyKey("answer of staff", given.Key, world.Host, Persona.Marie.Address);
    }

    private static Key ReplyKey(string name, string key, BanyanHost host, string from) =>
        new(
            name,
            key,
            async typed =>
            {
                await using var scope = host.Services.CreateAsyncScope();
                var taken = await scope
                    .ServiceProvider.GetRequiredService<MailReplies>()
                    .ReceiveAsync(
                        Encoding.UTF8.GetBytes(
                            $"From: {from}\r\nTo: <reply+{typed}@example.org>\r\nMessage-ID: <{Guid.CreateVersion7():n}@example.org>\r\n\r\nSome words.\r\n"
                        ),
                        Ct
                    );
                return new Tried(200, taken is { Refusal: null, Dropped: false });
            }
        )
        {
            Read = typed => typed.ToLowerInvariant(),
        };

    public static async Task<Key> TicketAsync(BanyanHost host)
    {
        using var visitor = host.NewVisitor();
        using var asked = await visitor.PostAsync("/sign-in", ("email", World.Nusrat.Address));
        var code = await host.CodeForAsync(World.Nusrat.Address);
        return new Key(
            "ticket",
            asked.Headers.Location!.OriginalString.Split('=')[1],
            typed => EnterAsync(host, typed, code)
        )
        {
            Read = typed => Guid.TryParse(typed, out var id) ? $"{id}" : null,
        };
    }

    public static async Task<Tried> EnterAsync(BanyanHost host, string ticket, string code)
    {
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync(
            "/sign-in/code",
            ("ticket", ticket),
            ("code", code)
        );
        return new Tried(
            (int)answer.StatusCode,
            (int)answer.StatusCode == 303 || visitor.Cookies.Names.Count > 0
        );
    }

    public static async Task<Key> SetupAsync(BanyanHost host)
    {
        var address = await host.DbAsync(db =>
            FirstOwner.AddressAsync(
                db,
                host.Services.GetRequiredService<SiteAddress>(),
                host.Clock,
                Ct
            )
        );
        return new Key(
            "first owner",
            new Uri(address!).Segments[^1],
            async typed =>
            {
                using var visitor = host.NewVisitor();
                using var answer = await visitor.PostAsync(
                    $"/setup/{Uri.EscapeDataString(typed)}",
                    ("name", "Deb"),
                    ("email", World.Deb.Address),
                    ("organisation", "Umbrella")
                );
                return new Tried((int)answer.StatusCode, (int)answer.StatusCode == 303);
            }
        );
    }
}
