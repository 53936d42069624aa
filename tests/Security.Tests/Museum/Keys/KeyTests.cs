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

/// <summary>DataProtection CVE-2026-40372: a changed cookie was taken for a real one. Nothing here is signed; each key is looked up, and its neighbours are nobody's.</summary>
public sealed class KeyTests
{
    /// <summary>Of so many neighbours one is tried in a sample.</summary>
    private const int Few = 4;

    private static int OneOf(DatabaseKind database) =>
        SecurityRounds.Of(1000, 0) > 0 ? 1
        : database == DatabaseKind.Sqlite ? Few
        : 4 * Few;

    [Theory]
    [EachDatabase]
    public async Task DataProtection_2026_40372_no_key_opens_with_one_bit_changed(
        DatabaseKind database
    )
    {
        await using var world = await MatrixWorld.BuildAsync(
            database,
            builder => builder.Configuration["Banyan:MailReplies"] = "reply@example.org"
        );
        await using var empty = await BanyanHost.StartAsync(database);
        Key[] keys =
        [
            AllKeys.SessionOf(world),
            AllKeys.FormTokenOf(world),
            await AllKeys.UnsubscribingAsync(world),
            await AllKeys.AdmissionAsync(world),
            await AllKeys.ReplyOfApplicantAsync(world),
            await AllKeys.ReplyOfStaffAsync(world),
            await AllKeys.TicketAsync(empty),
            await AllKeys.SetupAsync(empty),
        ];
        var tried = 0;
        foreach (var key in keys)
        {
            var (count, wrong) = await key.JudgeAsync(OneOf(database));
            wrong.ShouldBeEmpty();
            count.ShouldBeGreaterThan(1, key.Name);
            tried += count;
        }
        Figures.Add(
            "S10",
            $"{database}: {keys.Length} kinds of keys, {tried:n0} with one bit changed: 0 opened anything, 0 answers 5xx"
        );
    }

    /// <summary>A code has six digits and counts its tries, so that each few of its neighbours need a code of their own.</summary>
    [Fact]
    public async Task DataProtection_2026_40372_no_code_opens_with_one_bit_changed()
    {
        await using var host = await BanyanHost.StartAsync();
        for (var round = 0; round < 6; round++)
        {
            var address = $"person{round}@example.org";
            using var visitor = host.NewVisitor();
            using var asked = await visitor.PostAsync("/sign-in", ("email", address));
            var ticket = asked.Headers.Location!.OriginalString.Split('=')[1];
            var code = await host.CodeForAsync(address);
            var key = new Key("code", code, typed => AllKeys.EnterAsync(host, ticket, typed))
            {
                Read = typed => Membership.People.Domain.SignInCode.DigitsOf(typed),
            };
            // Those that are no six digits cost no try.
            var digits = key.Neighbours.Where(typed => typed.All(char.IsAsciiDigit)).ToList();
            digits.Count.ShouldBeGreaterThan(12);
            foreach (
                var typed in digits.Skip(3 * round).Take(4).Concat(key.Neighbours.Except(digits))
            )
                (await key.TryAsync(typed)).ShouldBe(new Tried(422, false), typed);
            (await key.TryAsync(code)).Opened.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_site_that_takes_what_is_nearly_right_is_seen()
    {
        var forgiving = new Forgiving();
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.AddSingleton<IStartupFilter>(forgiving)
        );
        Key[] keys = [AllKeys.SessionOf(world), await AllKeys.UnsubscribingAsync(world)];
        foreach (var key in keys)
        {
            forgiving.Right = key.Secret;
            var (tried, wrong) = await key.JudgeAsync(Few);
            wrong.Count.ShouldBeGreaterThan(tried / 2, key.Name);
        }
        Figures.Add(
            "S10",
            $"self-test: a site that takes keys that are nearly right is told for {keys.Length} of {keys.Length} keys"
        );
    }
}
