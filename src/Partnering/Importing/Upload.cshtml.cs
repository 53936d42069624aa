using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Partnering.Importing.Domain;
using Banyan.Partnering.Programs.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Partnering.Importing;

/// <summary>Takes a file in, to be read outside this request; nothing of it is imported yet.</summary>
[Requires(ProgramPermissions.Import)]
[LargestRequest(MostBytes)]
internal sealed class UploadPage(OpenProgram open, BanyanDb db) : PageModel
{
    // A little more than the file, so that one that is a little too large is refused with a sentence.
    private const int MostBytes = PastFile.LargestFile + 4_000_000;

    public OpenProgram Open => open;
    public string Hint =>
        Texts.UploadHint.With(PastFile.LargestFile / 1_000_000, PastFile.MostRows);

    public async Task<IActionResult> OnGetAsync(string program, CancellationToken ct) =>
        await open.LoadAsync(program, ProgramPermissions.Import, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string program, CancellationToken ct)
    {
        if (!await open.LoadAsync(program, ProgramPermissions.Import, ct))
            return NotFound();
        var sent = Request.Form.Files["file"];
        if (sent is null or { Length: 0 })
            return this.Refuse(ImportRefusals.FileMissing);
        if (sent.Length > PastFile.LargestFile)
            return this.Refuse(ImportRefusals.FileTooLarge);
        var bytes = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, ct);
        var import = new PastImport(
            open.Program.Organisation,
            open.Program.Id,
            PastImport.Named(sent.FileName),
            open.Actor,
            open.Now
        );
        db.Add(import);
        db.Add(new ImportFile { Import = import.Id, Bytes = bytes });
        return await this.CommitAsync(
            import.Upload(open.Actor, open.Now).Then(ImportWork.Plan(import, open.Actor, open.Now)),
            ImportLinks.Show(program, import.Id),
            Texts.SaidUploaded,
            ct
        );
    }
}
