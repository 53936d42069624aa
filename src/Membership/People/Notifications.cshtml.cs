using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui.Fields;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Data;
using Banyan.Membership.People.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>How often each kind of mail comes that can come to the viewer at all.</summary>
[SignedIn]
internal sealed class NotificationsPage(
    BanyanDb db,
    Viewer viewer,
    IClock clock,
    IReadOnlyList<Module> modules
) : PageModel
{
    private readonly Dictionary<string, string> sent = new(StringComparer.Ordinal);
    private Person me = null!;

    public IReadOnlyList<NoticeKind> Kinds { get; private set; } = [];

    [BindProperty(Name = "zone")]
    public string Zone { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Zone = me.Zone ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        // Of two choices at once nobody can say which is meant: together they are none.
        foreach (var kind in Kinds)
            sent[kind.Key] = Typed.OneLine(Request.Form[kind.Key]);
        return await this.CommitAsync(
            await ChooseAsync(ct),
            then: NoticePages.Choose,
            say: Texts.SaidNotices,
            ct
        );
    }

    public string ValueOf(NoticeKind kind) =>
        sent.TryGetValue(kind.Key, out var typed) ? typed : $"{me.RhythmOf(kind)}";

    public static IReadOnlyList<Choice> ChoicesOf(NoticeKind kind) =>
        [.. kind.Rhythms.Select(rhythm => new Choice($"{rhythm}", WordsOf(rhythm)))];

    private async Task<Outcome> ChooseAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var outcome = me.ChooseZone(Typed.OneLine(Zone), viewer.Actor, now);
        foreach (var kind in Kinds)
        {
            var before = me.RhythmOf(kind);
            if (kind.Rhythms.All(rhythm => $"{rhythm}" != sent[kind.Key]))
                return Domain.Refusals.RhythmMissing(kind.Key);
            outcome = outcome.And(
                me.ChooseNotice(kind, Enum.Parse<Rhythm>(sent[kind.Key]), viewer.Actor, now)
            );
            // What waits for the old day is told now, or left out where they want none.
            if (outcome.Done && before != me.RhythmOf(kind) && await WaitsAsync(kind, ct))
                outcome = outcome.Then(NoticeWork.At(now, me.Id, kind.Key));
        }
        return outcome;
    }

    private Task<bool> WaitsAsync(NoticeKind kind, CancellationToken ct)
    {
        var key = NoticeWork.KeyOf(me.Id, kind.Key);
        return db.Work.AnyAsync(item => item.Key == key && item.DoneAt == null, ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        me = await db.People.Include(p => p.Notices).SingleAsync(p => p.Id == viewer.Person, ct);
        var kinds = new List<NoticeKind>();
        foreach (var kind in modules.SelectMany(module => module.Notices))
            if (await kind.For(db, viewer, ct))
                kinds.Add(kind);
        Kinds = kinds;
    }

    private static string WordsOf(Rhythm rhythm) =>
        rhythm switch
        {
            Rhythm.AtOnce => Texts.RhythmAtOnce,
            Rhythm.Daily => Texts.RhythmDaily,
            Rhythm.Weekly => Texts.RhythmWeekly,
            Rhythm.Never => Texts.RhythmNever,
        };
}
