using System.Diagnostics;
using Banyan.Kernel.Egress;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

public sealed class EgressBodyTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Accents = "<p>Señoras y señores, ¿cómo están?</p>";

    [Asvs("V15.2.2")]
    [Theory]
    [InlineData("/endless")]
    [InlineData("/promised")]
    [InlineData("/bomb")]
    [InlineData("/empty-blocks")]
    public async Task A_body_beyond_the_bound_is_cut_off(string path) =>
        await site.ShouldFailAsync(path, EgressProblemKind.TooLarge);

    [Asvs("V15.2.2")]
    [Fact]
    public async Task A_body_that_drips_ends_at_the_deadline()
    {
        var watch = Stopwatch.StartNew();
        await site.ShouldFailAsync(
            "/slow",
            EgressProblemKind.Timeout,
            with: options => options with { Deadline = Duration.FromMilliseconds(400) }
        );
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("/not-gzip")]
    [InlineData("/twice")]
    [InlineData("/abort")]
    public async Task A_broken_answer_is_told_apart(string path) =>
        await site.ShouldFailAsync(path, EgressProblemKind.BadAnswer);

    [Theory]
    [InlineData("/gzip")]
    [InlineData("/br")]
    public async Task Packed_pages_are_unpacked(string path) =>
        (await site.AnswerAsync(path)).Text.ShouldBe("<title>Small</title>");

    [Theory]
    [InlineData("/latin")]
    [InlineData("/wrong-charset")]
    [InlineData("/unknown-charset")]
    [InlineData("/marked")]
    public async Task Pages_are_decoded_whatever_charset_they_claim(string path) =>
        (await site.AnswerAsync(path)).Text.ShouldBe(Accents);

    [Fact]
    public async Task A_charset_declared_on_the_page_counts_where_the_header_is_silent() =>
        (await site.AnswerAsync("/declared")).Text.ShouldEndWith(Accents);

    [Fact]
    public async Task A_picture_has_a_hash_and_no_text()
    {
        var answer = await site.AnswerAsync("/picture");
        answer.Text.ShouldBe("");
        answer.BodyHash.ShouldBe(
            "0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543"
        );
    }
}
