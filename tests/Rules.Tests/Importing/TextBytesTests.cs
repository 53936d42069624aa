using System.Text;
using Banyan.Kernel.Text;

namespace Banyan.Rules.Tests.Importing;

public sealed class TextBytesTests
{
    [Fact]
    public void Bytes_say_how_they_are_read_where_they_can()
    {
        const string words = "Café, ঢাকা";
        Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(words)])
            .ShouldBe((words, TextEncoding.Utf8, true));
        Read(Encoding.UTF8.GetBytes(words)).ShouldBe((words, TextEncoding.Utf8, true));
        Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(words)])
            .ShouldBe((words, TextEncoding.Utf16, true));
        Read([
                .. Encoding.BigEndianUnicode.GetPreamble(),
                .. Encoding.BigEndianUnicode.GetBytes(words),
            ])
            .ShouldBe((words, TextEncoding.Utf16, true));
        Read(Encoding.Unicode.GetBytes("Title,Place"))
            .ShouldBe(("Title,Place", TextEncoding.Utf16, true));
        Read(Encoding.BigEndianUnicode.GetBytes("Title,Place"))
            .ShouldBe(("Title,Place", TextEncoding.Utf16, true));
        Read([]).ShouldBe(("", TextEncoding.Utf8, true));
    }

    [Fact]
    public void What_is_no_UTF_8_is_taken_for_Windows_1252_and_said_to_be_a_guess() =>
        Read([(byte)'C', (byte)'a', (byte)'f', 0xE9, (byte)' ', 0x80])
            .ShouldBe(("Café €", TextEncoding.Windows1252, false));

    [Theory]
    [InlineData("CafÃ©", "Café")]
    [InlineData("MÃ¼nchen â€“ jeden Monat", "München – jeden Monat")]
    [InlineData("à¦¢à¦¾à¦•à¦¾", "ঢাকা")]
    [InlineData("Café", null)]
    [InlineData("ঢাকা", null)]
    [InlineData("plain", null)]
    [InlineData("Ã", null)]
    public void Letters_that_were_damaged_on_their_way_are_mended(string text, string? mended) =>
        TextBytes.Mended(text).ShouldBe(mended);

    private static (string, TextEncoding, bool) Read(byte[] bytes)
    {
        var read = TextBytes.Decode(bytes, null);
        return (read.Text, read.Encoding, read.Certain);
    }
}
