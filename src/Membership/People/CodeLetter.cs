using System.Globalization;
using Banyan.Kernel.Mail;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using NodaTime;

namespace Banyan.Membership.People;

/// <summary>The mail with a code. Its button leads to the page where the code is typed; the address does not hold the code, so following it proves nothing and uses nothing up.</summary>
internal static class CodeLetter
{
    /// <param name="until">When the code is over; the mail is not sent later than that.</param>
    public static Mail Of(
        string to,
        string name,
        CodePurpose purpose,
        string code,
        string page,
        Instant until
    ) =>
        Mail.Of(
            to,
            name,
            new MailText(
                purpose.Subject,
                [purpose.Why, code, Texts.CodeLetterNotYou],
                string.Format(
                    CultureInfo.CurrentCulture,
                    Texts.CodeLetterLife,
                    (int)SignInCode.Lifetime.TotalMinutes
                ),
                new MailButton(Texts.CodeLetterButton, page)
            ),
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName
        ) with
        {
            Until = until.ToDateTimeOffset(),
        };
}
