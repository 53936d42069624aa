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
    /// <summary>The trace of the place for which the form was made.</summary>
    public const string BaseField = "base";

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

    /// <summary>What the next form remembers of its place.</summary>
    public string Base { get; private set; } = "";

    /// <summary>What differs between what stands there now and what was typed, where somebody else changed it meanwhile.</summary>
    public IReadOnlyList<Change> Against { get; private set; } = [];

    /// <summary>The address to which the next form goes.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Why it cannot be kept as it is; null while nothing stands against it.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>False where there is no such place. Changes nothing yet.</summary>
    public bool Find()
    {
        (Refusal, Against) = (null, []);
        if (TreeEdit.Read(open.Draft?.Text ?? open.Current.Text) is not { } root)
        {
            Refusal = EditRefusals.NotATree;
            return false;
        }
        if (
            EditPlace.Follow(root, address, sent[BaseField].ToString()) is not var (spot, standing)
            || !spot.IsForm()
        )
            return false;
        if (standing == Standing.AboveGone)
            Show(spot);
        else
            Put(spot);
        if (standing == Standing.Changed)
            Against = FileDiff.Between(root, TreeEdit.Put(spot, Place.Node));
        Refusal =
            open.Draft is null ? EditRefusals.DraftGone
            : standing == Standing.AboveGone ? EditRefusals.AboveGone
            : standing == Standing.ItemGone ? EditRefusals.PlaceGone
            : standing == Standing.Changed ? EditRefusals.ChangedByAnother
            : _text.Length > ProgramFile.LargestFile ? EditRefusals.FileProblems(1)
            : null;
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
        (Base, Address) = (TreeTrace.Of(spot).ToString(), EditPlace.AddressOf(spot));
        Place = TreeSpot.Find(changed, spot.IsNew ? Last(changed, spot) : spot.Address)!;
    }

    // There is nothing to put it into: it is only shown, and the next form looks for the same place again.
    private void Show(TreeSpot spot)
    {
        (_text, Reading) = ("", new(null, []));
        (Base, Address) = (sent[BaseField].ToString(), address!);
        Place = spot with { Node = _form.Read(spot) };
    }

    private static string Last(FileMap changed, TreeSpot spot) =>
        $"{spot.Above!.Address}/{(TreeSpot.Find(changed, spot.Above.Address)!.Node as FileList)!.Items.Count}";
}

internal static class EditPlace
{
    /// <summary>The place of an address; the basics are the whole with its simple keys. Null where there is none, or none that changes.</summary>
    public static TreeSpot? Find(FileMap root, string? address) =>
        Inner(address) is { } inner ? TreeSpot.Find(root, inner) : null;

    /// <summary>The place that a form remembers, wherever it stands by now.</summary>
    public static (TreeSpot Spot, Standing Standing)? Follow(
        FileMap root,
        string? address,
        string trace
    ) => Inner(address) is { } inner ? TreeTrace.Read(trace).Find(root, inner) : null;

    public static string AddressOf(TreeSpot spot) =>
        spot.Field is null ? EditLinks.Basics : spot.Address;

    /// <summary>False for an address that can name no place of any program.</summary>
    public static bool IsAddress(string? address) => Inner(address) is not null;

    public static bool IsForm(this TreeSpot spot) =>
        spot.Shape is not IListShape || spot.Shape.IsLines();

    private static string? Inner(string? address) =>
        address == EditLinks.Basics ? ""
        : TreeSpot.StepsOf(address) is [var first, ..] steps
        && !TreeForm.Fixed.Contains(first)
        // What belongs to an item has no page before the item is there.
        && !steps.SkipLast(1).Contains(TreeSpot.New)
            ? address
        : null;
}
