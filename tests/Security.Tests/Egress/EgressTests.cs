using Banyan.Kernel.Egress;
using Banyan.Security.Tests.Egress.Inside;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Security.Tests.Egress;

/// <summary>
/// The server goes to nobody inside, whatever somebody types, answers or lets a name lead to (CVE-2026-25738, CVE-2026-7471, nextcloud/news 28.5.0;
/// names that change their mind between look and connection). What is proven is that no connection arrives: in the network of these tests every
/// address there is leads to a listener of theirs.
/// </summary>
public sealed class EgressTests
{
    [Fact]
    public Task The_other_end_sees_who_comes() =>
        OwnNetwork.RunAsync((names, world) => new WayOutTrials(names, world).SeesAsync());

    [Asvs("V1.3.6", "V13.2.4")]
    [Fact]
    public Task Nothing_inside_is_connected_to() =>
        OwnNetwork.RunAsync((names, world) => new WayOutTrials(names, world).OursAsync());

    [Fact]
    public Task Ways_out_that_people_write_first_are_caught() =>
        OwnNetwork.RunAsync((names, world) => new WayOutTrials(names, world).NaiveAsync());

    [Asvs("V15.2.2")]
    [Fact]
    public Task What_never_ends_is_given_up_in_time_and_size() =>
        OwnNetwork.RunAsync((names, world) => new WayOutTrials(names, world).EndlessAsync());

    [Asvs("V1.3.6")]
    [Fact]
    public Task No_application_sends_the_server_inside() =>
        OwnNetwork.RunAsync((names, world) => new FeatureTrials(names, world).TypedAsync());

    [Fact]
    public void The_bounds_are_those_that_are_promised()
    {
        var usual = new EgressOptions();
        usual.Deadline.ShouldBe(Duration.FromSeconds(10));
        usual.MaxBytes.ShouldBe(2 * 1024 * 1024);
        usual.MaxRedirects.ShouldBe(3);
        usual.AllowedForTests.ShouldBeEmpty();
    }

    [Asvs("V1.3.6")]
    [Fact]
    public void Each_address_of_the_matrix_is_judged_as_one_inside() =>
        HostileAddresses
            .Addresses.Where(address => ForbiddenAddresses.Judge(address) == AddressKind.Public)
            .ShouldBeEmpty();
}
