using Banyan.Kernel.Secrets;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Rules.Tests.Kernel;

/// <summary>Envelopes of secrets, and the file of their keys.</summary>
public sealed class KeyRingTests
{
    private static readonly SecretPlace s_place = new("coupon.code", Guid.CreateVersion7());
    private static readonly byte[] s_secret = "community-ticket-7"u8.ToArray();

    private readonly KeyFile file = new(Path.Combine(TemporaryFolder.New("keys"), "secrets.keys"));

    [Asvs("V11.3.1", "V11.3.2")]
    [Fact]
    public void What_was_sealed_opens_in_its_place_and_shows_nothing_of_itself()
    {
        var ring = file.Begin();
        var value = ring.Seal(s_place, s_secret);
        ring.Open(s_place, value).ShouldBe(s_secret);
        value.Key.ShouldBe(1);
        value.Text.ShouldNotContain("community");
        Convert.FromBase64String(value.Text[2..]).AsSpan().IndexOf(s_secret).ShouldBe(-1);
        ring.Seal(s_place, s_secret).ShouldNotBe(value);
    }

    [Asvs("V11.3.3")]
    [Fact]
    public void Moved_to_another_record_or_field_it_does_not_open()
    {
        var ring = file.Begin();
        var value = ring.Seal(s_place, s_secret);
        ring.Open(s_place with { Record = Guid.CreateVersion7() }, value).ShouldBeNull();
        ring.Open(s_place with { Field = "coupon.name" }, value).ShouldBeNull();
    }

    [Fact]
    public void Changed_in_any_letter_it_does_not_open()
    {
        file.Begin();
        var ring = file.Add();
        var text = ring.Seal(s_place, s_secret).Text;
        for (var at = 0; at < text.Length; at++)
        {
            // The last letter of Base64 may hold bits that no byte does.
            if (text[at] == '=' || text[^1] == '=' && at == text.TrimEnd('=').Length - 1)
                continue;
            var other = text[at] is 'A' or '2' ? '1' : 'A';
            ring.Open(s_place, new Sealed(text[..at] + other + text[(at + 1)..]))
                .ShouldBeNull($"letter {at}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData(".AAAA")]
    [InlineData("1.AAAA")]
    [InlineData("1.!!!!")]
    [InlineData("-1.AAAA")]
    [InlineData("99999999999.AAAA")]
    public void What_we_never_made_does_not_open(string? text) =>
        file.Begin().Open(s_place, new Sealed(text!)).ShouldBeNull();

    [Fact]
    public void A_new_key_seals_and_the_old_one_still_opens()
    {
        var first = file.Begin();
        var old = first.Seal(s_place, s_secret);
        var second = file.Add();
        second.Newest.ShouldBe(2);
        second.Seal(s_place, s_secret).Key.ShouldBe(2);
        second.Open(s_place, old).ShouldBe(s_secret);
        first.Open(s_place, second.Seal(s_place, s_secret)).ShouldBeNull();
    }

    [Fact]
    public void The_file_is_its_owners_alone_and_stays_so()
    {
        file.Begin();
        file.IsOpenToOthers.ShouldBeFalse();
        file.Add();
        file.IsOpenToOthers.ShouldBeFalse();
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldBe([file.Path]);
        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(file.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        file.IsOpenToOthers.ShouldBeTrue();
    }

    [Fact]
    public void Whoever_comes_second_takes_the_key_of_the_first()
    {
        var first = file.Begin();
        var second = new KeyFile(file.Path).Begin();
        second.Open(s_place, first.Seal(s_place, s_secret)).ShouldBe(s_secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# no key\n")]
    [InlineData("1 AAAA\n")]
    [InlineData("one AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData(
        "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    )]
    public void A_file_that_is_none_is_refused_in_words(string text)
    {
        File.WriteAllText(file.Path, text);
        Should
            .Throw<SecretException>(file.Read)
            .Message.ShouldContain("cannot be read as a file of keys");
    }
}
