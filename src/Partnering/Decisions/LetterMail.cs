using Banyan.Kernel.Mail;
using Banyan.Partnering.Decisions.Domain;

namespace Banyan.Partnering.Decisions;

/// <summary>A decision's letter as mail: one for each address, always with the same ids.</summary>
internal static class LetterMail
{
    public static IEnumerable<Mail> Of(Letter letter)
    {
        var text = new MailText(
            letter.Subject,
            letter.Body.Split("\n\n"),
            letter.Next,
            new MailButton(letter.ButtonText, letter.ButtonHref)
        );
        return letter
            .Recipients.Where(recipient => !recipient.Settled)
            .OrderBy(recipient => recipient.Id)
            .Select(recipient =>
                Mail.Of(
                    recipient.Email,
                    recipient.Name,
                    text,
                    letter.Language,
                    letter.Application.Value
                ) with
                {
                    Id = recipient.Id,
                }
            );
    }
}
