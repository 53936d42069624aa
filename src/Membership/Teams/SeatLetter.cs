using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations;
using Banyan.Membership.Teams.Domain;
using NodaTime;

namespace Banyan.Membership.Teams;

/// <summary>What is said by mail about a seat: to its holder, and when a rule has ended it to the owners and the chair.</summary>
internal sealed class SeatLetter(SiteAddress site)
{
    public WorkChange Asked(SeatCase about) =>
        ToHolder(
            about,
            Texts.GoOnSubject.With(about.Team.Name),
            Texts.GoOnAsked.With(about.Team.Name, about.Organisation.Name),
            Texts.GoOnNext.With(LastDay(about)),
            Confirm(about)
        );

    public WorkChange Reminded(SeatCase about) =>
        ToHolder(
            about,
            Texts.GoOnSubject.With(about.Team.Name),
            Texts.GoOnReminded.With(about.Team.Name, about.Organisation.Name),
            Texts.GoOnNext.With(LastDay(about)),
            Confirm(about)
        );

    public WorkChange TermEnds(SeatCase about) =>
        ToHolder(
            about,
            Texts.TermSubject.With(about.Team.Name),
            Texts.TermEnds.With(
                about.Team.Name,
                about.Organisation.Name,
                Day(about.Seat.Ends!.Value)
            ),
            Texts.TermNext,
            null
        );

    public WorkChange Ended(SeatCase about, string reason) =>
        ToHolder(
            about,
            Texts.EndedSubject.With(about.Team.Name),
            Texts.EndedForYou.With(about.Team.Name, about.Organisation.Name, Why(reason)),
            Texts.EndedNext,
            null
        );

    /// <summary>To an owner or the chair.</summary>
    public WorkChange TellOfEnd(SeatCase about, SeatFacts reader, string reason) =>
        Mail.Of(
                reader.Email,
                reader.Name,
                new MailText(
                    Texts.TellSubject.With(about.Team.Name, about.PersonName),
                    [
                        Texts.Hello.With(reader.Name.Length > 0 ? reader.Name : reader.Email),
                        Texts.TellEnded.With(about.PersonName, about.Team.Name, Why(reason)),
                    ],
                    Texts.TellNext,
                    new MailButton(
                        Texts.TellButton,
                        site.Of(TeamLinks.Show(about.Organisation.Slug, about.Team.Slug))
                    )
                ),
                Language
            )
            .SpokenBy(OrganisationVoice.Of(about.Organisation))
            .Send(about.Now);

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private WorkChange ToHolder(
        SeatCase about,
        string subject,
        string words,
        string next,
        MailButton? button
    ) =>
        Mail.Of(
                about.Person.Email,
                about.Person.Name,
                new MailText(subject, [Texts.Hello.With(about.PersonName), words], next, button),
                Language
            )
            .SpokenBy(OrganisationVoice.Of(about.Organisation))
            .Send(about.Now);

    private MailButton Confirm(SeatCase about) =>
        new(Texts.GoOnButton, site.Of(TeamPages.GoOn(about.Organisation.Slug, about.Team.Slug)));

    private static string LastDay(SeatCase about) =>
        Day(SeatCourse.EndsForSilence(about.Seat)!.Value.InZone(about.Zone).Date);

    private static string Day(LocalDate day) => DateInWords.Of(day, CultureInfo.CurrentCulture);

    private static string Why(string reason) =>
        reason == TeamMemberRemoved.TermOver ? Texts.WhyTermOver : Texts.WhyNotConfirmed;
}
