using Banyan.Kernel.Access;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Partnering.Importing.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Banyan.Partnering.Importing;

/// <summary>The bytes of the file are taken for other letters, or its columns parted elsewhere.</summary>
[Requires(ProgramPermissions.Import)]
internal sealed class ReadAgainPage(OpenImport open) : ImportVerb(open)
{
    private static readonly (string Name, string Separator)[] Known =
    [
        ("comma", ","),
        ("semicolon", ";"),
        ("tab", "\t"),
    ];

    public static IReadOnlyList<Choice> Encodings =>
        [
            .. Enum.GetValues<TextEncoding>()
                .Select(encoding => new Choice(encoding.ToString(), FileWords.Of(encoding))),
        ];

    public static IReadOnlyList<Choice> Separators =>
        [.. Known.Select(each => new Choice(each.Name, FileWords.Separator(each.Separator)))];

    [BindProperty(Name = "encoding")]
    public string Encoding { get; set; } = "";

    [BindProperty(Name = "separator")]
    public string Separator { get; set; } = "";

    [BindProperty(Name = "mend")]
    public string? Mend { get; set; }

    public async Task<IActionResult> OnGetAsync(string program, Guid id, CancellationToken ct)
    {
        if (!await Open.LoadAsync(program, id, ct))
            return NotFound();
        var (survey, map) = (Open.Import.Survey, Open.Import.Map);
        Encoding = $"{map?.Encoding ?? survey?.Encoding ?? TextEncoding.Utf8}";
        Separator = Array
            .Find(Known, each => each.Separator == (map?.Separator ?? survey?.Separator ?? ","))
            .Name;
        Mend = map?.Mend switch
        {
            true => "yes",
            false => "no",
            null => null,
        };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string program, Guid id, CancellationToken ct) =>
        DoAsync(program, id, Again, Texts.SaidReadAgain, ct);

    private Outcome Again()
    {
        if (!Enum.TryParse<TextEncoding>(Encoding, out var encoding) || !Enum.IsDefined(encoding))
            return new Refusal("import-encoding", Texts.RefusalChoose, "encoding");
        var separator = Array.Find(Known, each => each.Name == Separator).Separator;
        if (separator is null)
            return new Refusal("import-separator", Texts.RefusalChoose, "separator");
        if (Open.Import.Survey?.Garbled is { } garbled && Mend is not ("yes" or "no"))
            return ImportRefusals.MendUnsaid(garbled);
        var reading = new ImportMap
        {
            Banyan = ImportMap.Format,
            Program = Open.Slug,
            Encoding = encoding,
            Separator = separator,
            Mend = Mend is "yes" or "no" ? Mend == "yes" : null,
            Columns = [],
        };
        return Open.Then(Open.Import.ReadAgain(reading, Open.Program.Actor, Open.Program.Now));
    }
}
