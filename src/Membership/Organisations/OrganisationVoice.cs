using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Banyan.Membership.Contracts;
using Banyan.Membership.Organisations.Domain;

namespace Banyan.Membership.Organisations;

/// <summary>In an organisation's name, for mails about its teams and programs that belong to no case.</summary>
internal static class OrganisationVoice
{
    public static MailVoice Of(Organisation organisation) =>
        Of(
            organisation.MailFromName ?? organisation.Name,
            organisation.MailReplyTo,
            organisation.Accent
        );

    public static MailVoice Of(string name, string? replyTo, string accent) =>
        new(
            name,
            replyTo,
            Enum.TryParse<Accent>(accent, ignoreCase: true, out var known) ? known : Accent.Green
        );
}
