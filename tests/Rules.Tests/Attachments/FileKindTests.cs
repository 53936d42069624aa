using System.IO.Compression;
using System.Text;
using Banyan.Partnering.Attachments.Domain;
using Banyan.Testing;

namespace Banyan.Rules.Tests.Attachments;

/// <summary>A file is what its content says, whatever it is called.</summary>
public sealed class FileKindTests
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.text";

    [Asvs("V5.2.2")]
    [Fact]
    public void What_is_taken_is_known_by_its_content()
    {
        FileKinds.Of("%PDF-1.7\n"u8).ShouldBe(FileKind.Pdf);
        FileKinds.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).ShouldBe(FileKind.Png);
        FileKinds.Of([0xFF, 0xD8, 0xFF, 0xE0]).ShouldBe(FileKind.Jpeg);
        FileKinds.Of("RIFF\u0001\u0002\u0003\u0004WEBPVP8 "u8).ShouldBe(FileKind.Webp);
        FileKinds.Of("name;Größe\r\nঢাকা;3\r\n"u8).ShouldBe(FileKind.Text);
        FileKinds
            .Of(Zip(stored: true, ("mimetype", OpenDocument), ("content.xml", "<x/>")))
            .ShouldBe(FileKind.OpenDocument);
        FileKinds
            .Of(Zip(stored: false, ("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")))
            .ShouldBe(FileKind.Word);
    }

    [Asvs("V1.3.4")]
    [Fact]
    public void What_would_run_in_a_browser_is_text_and_nothing_else()
    {
        FileKinds.Of("<!doctype html><script>alert(1)</script>"u8).ShouldBe(FileKind.Text);
        FileKinds
            .Of("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"u8)
            .ShouldBe(FileKind.Text);
        FileNames.Of("page.html", FileKind.Text).ShouldBe("page.html.txt");
        FileNames.Of("logo.svg", FileKind.Text).ShouldBe("logo.svg.txt");
    }

    [Asvs("V5.2.2")]
    [Fact]
    public void Everything_else_is_not_taken()
    {
        byte[][] refused =
        [
            [],
            [0x4D, 0x5A, 0x90, 0x00],
            [0x7F, 0x45, 0x4C, 0x46],
            [.. "GIF89a"u8, 0, 1],
            [0xFF, 0xFE, 0x61, 0x00],
            [0xE4, 0xF6, 0xFC],
            [.. "text with a null\0"u8],
            [.. "escape \u001b[31m"u8],
            [.. " %PDF-1.7"u8, 0],
            Zip(stored: true, ("anything.txt", "x")),
            Zip(stored: false, ("mimetype", OpenDocument)),
            Zip(stored: true, ("other", "x"), ("mimetype", OpenDocument)),
            Zip(stored: true, ("mimetype", OpenDocument + "-template")),
            Zip(
                stored: false,
                ("[Content_Types].xml", "<x/>"),
                ("word/document.xml", "<x/>"),
                ("word/vbaProject.bin", "x")
            ),
            Zip(stored: false, ("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")),
            [.. "PK\u0003\u0004"u8],
            [
                .. "PK\u0003\u0004"u8,
                .. new byte[60],
                .. "PK\u0005\u0006"u8,
                .. Enumerable.Repeat((byte)0xFF, 18),
            ],
        ];
        foreach (var file in refused)
            FileKinds
                .Of(file)
                .ShouldBeNull(Convert.ToHexString(file.AsSpan(0, Math.Min(40, file.Length))));
    }

    [Fact]
    public void Ten_thousand_broken_files_are_judged_without_an_error()
    {
        var random = new Random(20280320);
        var whole = Zip(
            stored: false,
            ("[Content_Types].xml", "<x/>"),
            ("word/document.xml", "<x/>")
        );
        for (var turn = 0; turn < 10_000; turn++)
        {
            var broken = whole.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            FileKinds.Of(broken.AsSpan(0, random.Next(broken.Length + 1)));
        }
    }

    [Asvs("V5.2.3")]
    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = Zip(
            stored: false,
            ("[Content_Types].xml", "<x/>"),
            ("word/document.xml", new string('x', 50_000_000))
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        FileKinds.Of(bomb).ShouldBe(FileKind.Word);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    [Asvs("V5.2.2", "V5.3.2", "V5.4.1")]
    [Theory]
    [InlineData("plan.pdf", nameof(FileKind.Pdf), "plan.pdf")]
    [InlineData("Plan.PDF", nameof(FileKind.Pdf), "Plan.pdf")]
    [InlineData("photo.JPEG", nameof(FileKind.Jpeg), "photo.jpeg")]
    [InlineData("figures.csv", nameof(FileKind.Text), "figures.csv")]
    [InlineData("invoice.pdf.exe", nameof(FileKind.Pdf), "invoice.pdf.exe.pdf")]
    [InlineData("../../etc/passwd", nameof(FileKind.Text), "passwd.txt")]
    [InlineData("C:\\Users\\x\\plan.odt", nameof(FileKind.OpenDocument), "plan.odt")]
    [InlineData("..", nameof(FileKind.Png), "file.png")]
    [InlineData("", nameof(FileKind.Png), "file.png")]
    [InlineData(".htaccess", nameof(FileKind.Text), "htaccess.txt")]
    [InlineData("con.txt", nameof(FileKind.Text), "_con.txt")]
    [InlineData("LPT1.x.pdf", nameof(FileKind.Pdf), "_LPT1.x.pdf")]
    [InlineData("a\u202Efdp.exe", nameof(FileKind.Pdf), "afdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", nameof(FileKind.Pdf), "a Set-Cookie x=1.pdf")]
    [InlineData("\"><script>.pdf", nameof(FileKind.Pdf), "script.pdf")]
    [InlineData("পরিকল্পনা.pdf", nameof(FileKind.Pdf), "পরিকল্পনা.pdf")]
    public void A_name_is_only_a_name_and_ends_as_the_file_is(
        string sent,
        string kind,
        string kept
    ) => FileNames.Of(sent, Enum.Parse<FileKind>(kind)).ShouldBe(kept);

    [Fact]
    public void A_long_name_is_cut_between_its_letters()
    {
        var name = FileNames.Of(string.Concat(Enumerable.Repeat("🌳", 200)) + ".pdf", FileKind.Pdf);
        name.Length.ShouldBe(FileNames.Longest);
        name.ShouldEndWith("🌳.pdf");
    }

    private static byte[] Zip(bool stored, params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(
                        name,
                        stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest
                    )
                    .Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }
}
