using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using Banyan.Partnering.Applications;
using Banyan.Partnering.Review;

namespace Banyan.Partnering.Notices;

/// <summary>The gathered mail: each case with its next line, one button, and how to get no more of it.</summary>
internal sealed class NoticeDigestMail(SiteAddress site)
{
    public Mail Of(PersonFacts reader, string notice, IReadOnlyList<GatheredCase> cases)
    {
        var stop = site.Of(NoticePages.Stop(reader.UnsubscribeKey, notice));
        var name = reader.Name.Length > 0 ? reader.Name : reader.Email;
        return Mail.Of(
            reader.Email,
            reader.Name,
            new MailText(
                Texts.DigestSubject.With(NoticeKinds.Of(notice).Name(), Counted(cases.Count)),
                [
                    Texts.DigestHello.With(name),
                    Texts.DigestLead.With(NoticeKinds.Of(notice).Name()),
                    .. cases
                        .OrderBy(each => each.LastAt.ToInstant())
                        .Select(each => Line(each, reader)),
                    Texts.DigestStop.With(site.Of(NoticePages.Choose), stop),
                ],
                null,
                Button(notice, cases)
            ),
            "en"
        ) with
        {
            Unsubscribe = stop,
        };
    }

    private static string Line(GatheredCase each, PersonFacts reader)
    {
        if (each.Next is not { } next)
            return Texts.DigestUndeclared.With(each.Title);
        var when = ZonedTime.Say(each.LastAt);
        if (reader.Zone is { } id && Zones.Of(id) is var zone && !zone.Equals(each.LastAt.Zone))
            when = Texts.BothZones.With(ZonedTime.Say(each.LastAt.WithZone(zone)), when);
        return string.Join(
            '\n',
            Texts.DigestCase.With(each.Reference, each.Title),
            each.Mails == 1
                ? Texts.DigestSinceOne.With(when)
                : Texts.DigestSinceOther.With(each.Mails, when),
            next
        );
    }

    private static string Counted(int cases) =>
        Plural.Of(cases, Texts.CasesOne, Texts.CasesOther, CultureInfo.CurrentCulture);

    private MailButton Button(string notice, IReadOnlyList<GatheredCase> cases)
    {
        var only = cases.Count == 1 ? cases[0].Reference : null;
        return notice == NoticeKinds.Messages
            ? new MailButton(
                Texts.ButtonMessages,
                site.Of(only is null ? ApplicationLinks.Mine : ApplicationLinks.Show(only))
            )
            : new MailButton(
                Texts.ButtonDesk,
                site.Of(only is null ? CaseLinks.All : CaseLinks.Show(only))
            );
    }
}
