using Banyan.Kernel.Data;
using Banyan.Kernel.Secrets;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Web.Tests.Kernel;

/// <summary>The file of keys and the database belong together, and neither is taken for another's.</summary>
public sealed class SecretBoxTests
{
    private static readonly SecretPlace s_place = new("coupon.code", Guid.CreateVersion7());
    private static readonly byte[] s_secret = "community-ticket-7"u8.ToArray();

    [Theory, EachDatabase]
    public async Task The_first_secret_makes_the_first_key_and_a_second_start_opens_it(
        DatabaseKind database
    )
    {
        await using var host = await BanyanHost.StartAsync(database);
        FileOf(host).Read().ShouldBeNull();
        var kept = await SealAsync(host);
        (await host.DbAsync(db => db.SecretKeys.CountAsync())).ShouldBe(1);
        Again(host).Open(s_place, kept).ShouldBe(s_secret);
        (await SealAsync(host)).Key.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Two_that_seal_first_at_once_agree_on_one_key(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var other = Again(host);
        var both = await Task.WhenAll(SealAsync(host), SealAsync(other));
        both.ShouldAllBe(value => value.Key == 1);
        other.Open(s_place, both[0]).ShouldBe(s_secret);
        BoxOf(host).Open(s_place, both[1]).ShouldBe(s_secret);
    }

    [Theory, EachDatabase]
    public async Task A_lost_file_is_not_replaced_by_a_new_one(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        var kept = await SealAsync(host);
        File.Delete(FileOf(host).Path);
        var problem = await Should.ThrowAsync<SecretException>(() => SealAsync(Again(host)));
        problem.Message.ShouldContain("is missing");
        Should.Throw<SecretException>(() => Again(host).Open(s_place, kept));
        File.Exists(FileOf(host).Path).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task The_file_of_another_site_is_not_taken(DatabaseKind database)
    {
        await using var host = await BanyanHost.StartAsync(database);
        await SealAsync(host);
        File.Delete(FileOf(host).Path);
        FileOf(host).Begin();
        var problem = await Should.ThrowAsync<SecretException>(() => SealAsync(Again(host)));
        problem.Message.ShouldContain("does not hold key 1");
    }

    [Fact]
    public async Task A_key_that_was_added_beside_the_running_site_seals_at_once_and_opens()
    {
        await using var host = await BanyanHost.StartAsync();
        var old = await SealAsync(host);
        FileOf(host).Add();
        var fresh = await SealAsync(Again(host));
        fresh.Key.ShouldBe(2);
        BoxOf(host).Open(s_place, fresh).ShouldBe(s_secret);
        (await SealAsync(host)).Key.ShouldBe(2);
        BoxOf(host).Open(s_place, old).ShouldBe(s_secret);
    }

    private static SecretBox BoxOf(BanyanHost host) =>
        host.Services.GetRequiredService<SecretBox>();

    private static KeyFile FileOf(BanyanHost host) => host.Services.GetRequiredService<KeyFile>();

    /// <summary>As another node, or after a new start: it has read nothing yet.</summary>
    private static SecretBox Again(BanyanHost host) =>
        new(
            new KeyFile(FileOf(host).Path),
            host.Services.GetRequiredService<IServiceScopeFactory>(),
            host.Clock
        );

    private static Task<Sealed> SealAsync(BanyanHost host) => SealAsync(BoxOf(host));

    private static Task<Sealed> SealAsync(SecretBox box) =>
        box.SealAsync(s_place, s_secret, TestContext.Current.CancellationToken);
}
