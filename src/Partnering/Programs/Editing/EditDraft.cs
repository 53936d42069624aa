using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Files;
using Banyan.Partnering.Programs.Files.Edits;
using Banyan.Partnering.Programs.Files.Shapes;
using Microsoft.AspNetCore.Http;

namespace Banyan.Partnering.Programs.Editing;

/// <summary>What was typed into one form, put into the working copy as it stands now.</summary>
internal sealed class EditDraft(OpenProgram open, string? address, IFormCollection sent)
{
    /// <summary>The mark of what stood there when the form was made.</summary>
    public const string BaseField = "base";

    /// <summary>The key of the item for which the form was made.</summary>
    public const string KeyField = "item";

    private readonly TreeForm _form = new(
        sent.ToDictionary(
            field => field.Key,
            field => (IReadOnlyList<string>)[.. field.Value.Select(Typed.Clean)],
            StringComparer.Ordinal
        )
    );

    private string _text = "";

    /// <summary>The place with what was typed in it.</summary>
    public TreeSpot Place { get; private set; } = null!;
    public DraftReading Reading { get; private set; } = null!;

    /// <summary>What the next form is made from.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>What differs between what stands there now and what was typed, where somebody else changed it meanwhile.</summary>
    public IReadOnlyList<Change> Against { get; private set; } = [];

    /// <summary>The key under which the next form knows it.</summary>
    public string Item { get; private set; } = "";

    /// <summary>The address to which the next form goes.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Why it cannot be kept as it is; null while nothing stands against it.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>False where there is no such place. Changes nothing yet.</summary>
    public bool Find()
    {
        (Refusal, Against, Address) = (null, [], address ?? "");
        if (TreeEdit.Read(open.Draft?.Text ?? open.Current.Text) is not { } root)
        {
            Refusal = EditRefusals.NotATree;
            return false;
        }
        var spot = EditPlace.Find(root, Address);
        var followed = spot is null ? null : TreeEdit.Follow(spot, sent[BaseField].ToString());
        // What was changed is no more, or another entry stands at its number: the text is not put over that one.
        if (followed is null && (spot is null || KeyOf(spot.Node) != sent[KeyField].ToString()))
        {
            Refusal = EditRefusals.PlaceGone;
            Address = $"{Address[..(Address.LastIndexOf('/') + 1)]}{TreeSpot.New}";
            spot = EditPlace.Find(root, Address);
        }
        if (spot is null || !spot.IsForm())
            return false;
        Put(followed ?? spot);
        if (followed is null && Refusal is null)
        {
            Against = FileDiff.Between(root, TreeEdit.Put(spot, Place.Node));
            Refusal = EditRefusals.ChangedByAnother;
        }
        if (open.Draft is null)
            Refusal = EditRefusals.DraftGone;
        return true;
    }

    public Outcome Keep() =>
        Refusal is { } refusal
            ? refusal
            : open.Draft!.Change(_text, open.Person, open.Actor, open.Now);

    private void Put(TreeSpot spot)
    {
        var changed = TreeEdit.Put(spot, _form.Read(spot));
        _text = TreeEdit.Print(changed);
        Reading = open.Read(_text);
        (Mark, Item) = (spot.Node.Mark(), KeyOf(spot.Node));
        Place = TreeSpot.Find(changed, spot.IsNew ? Last(changed, spot) : spot.Address)!;
        if (_text.Length > ProgramFile.LargestFile)
            Refusal = EditRefusals.FileProblems(1);
    }

    private static string Last(FileMap changed, TreeSpot spot) =>
        $"{spot.Above!.Address}/{(TreeSpot.Find(changed, spot.Above.Address)!.Node as FileList)!.Items.Count}";

    public static string KeyOf(FileNode? node) => (node as FileMap)?.Text("key") ?? "";
}

internal static class EditPlace
{
    /// <summary>The place of an address; the basics are the whole with its simple keys. Null where there is none, or none that changes.</summary>
    public static TreeSpot? Find(FileMap root, string? address) =>
        address == EditLinks.Basics ? TreeSpot.Whole(root)
        : string.IsNullOrEmpty(address) ? null
        : TreeSpot.Find(root, address) is { } spot && !TreeForm.Fixed.Contains(spot.Steps[0]) ? spot
        : null;

    public static bool IsForm(this TreeSpot spot) =>
        spot.Shape is not IListShape || spot.Shape.IsLines();
}
