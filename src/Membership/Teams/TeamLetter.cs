using System.Globalization;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Web;
using Banyan.Membership.People.Domain;

namespace Banyan.Membership.Teams;

internal static class TeamLetter
{
    public static Mail Of(
        Person person,
        string by,
        string team,
        string organisation,
        SiteAddress site
    ) =>
        Mail.Of(
            person.Email,
            person.Name,
            new MailText(
                string.Format(CultureInfo.CurrentCulture, Texts.LetterSubject, team),
                [
                    string.Format(
                        CultureInfo.CurrentCulture,
                        Texts.LetterAdded,
                        by,
                        team,
                        organisation
                    ),
                    Texts.LetterHow,
                ],
                Texts.LetterNext,
                new MailButton(Texts.LetterButton, site.Of("/sign-in"))
            ),
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
        );

    /// <summary>To somebody whom the server's own prompt made an owner.</summary>
    public static Mail Invitation(Person person, string organisation, SiteAddress site) =>
        Mail.Of(
            person.Email,
            person.Name,
            new MailText(
                string.Format(CultureInfo.CurrentCulture, Texts.InviteSubject, organisation),
                [
                    string.Format(CultureInfo.CurrentCulture, Texts.InviteAdded, organisation),
                    Texts.LetterHow,
                ],
                Texts.LetterNext,
                new MailButton(Texts.LetterButton, site.Of("/sign-in"))
            ),
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
        );
}
