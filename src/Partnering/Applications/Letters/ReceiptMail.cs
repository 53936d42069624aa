using System.Globalization;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Text;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Applications.Letters;

/// <summary>The mail that says that an application has arrived: its reference, and what happens next.</summary>
internal sealed class ReceiptMail(SiteAddress site)
{
    /// <param name="organisation">Its name, as it signs.</param>
    public IReadOnlyList<WorkChange> To(OpenApplication open, string organisation)
    {
        var culture = CultureInfo.CurrentUICulture;
        var next = NextLineOf
            .Applicant(NextFacts.Of(open.Application), open.Program.Clocks, open.AtHome)
            .Sentence;
        var form = open.Form(complete: false);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = Typed.OneLine(form.Value(Meaning.FirstName) ?? open.Viewer.Name),
            ["title"] = Typed.OneLine(open.Application.Title),
            ["reference"] = open.Application.Reference,
            ["community"] = Typed.OneLine(open.Application.Title),
            ["organisation"] = Typed.OneLine(organisation),
            ["program"] = open.Program.Name.In(culture),
            ["next"] = next,
        };
        var template = open.Program.Letters.GetValueOrDefault("received");
        var subject = LetterPlaceholders.Fill(
            template?.Subject.In(culture) ?? Texts.ReceiptSubject,
            values,
            []
        );
        var words = template?.Body.In(culture) ?? Texts.ReceiptBody;
        var text = new MailText(
            subject,
            LetterPlaceholders
                .Fill(words, values, [])
                .Split(
                    "\n\n",
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                ),
            LetterPlaceholders.In(words).Contains("next") ? null : next,
            new MailButton(
                Texts.ReceiptButton,
                site.Of(ApplicationLinks.Show(open.Application.Reference))
            )
        );
        return
        [
            .. open
                .Application.Applicants.Where(applicant => applicant.Person is not null)
                .Select(applicant =>
                    Mail.Of(
                            applicant.Email,
                            values["name"],
                            text,
                            culture.TwoLetterISOLanguageName,
                            open.Application.Id.Value
                        )
                        .Send(open.Now)
                ),
        ];
    }
}
