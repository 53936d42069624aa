using System.Net.Mail;

namespace Banyan.Kernel.Mail;

/// <summary>Where mail goes while no server is set: one .eml file each, named by its id, so that a second sending overwrites the first.</summary>
public sealed record MailFolder(string Path);

/// <summary>Writes mails as files, whole or not at all.</summary>
internal sealed class FolderTransport(MailFolder folder, MailIdentity identity) : IMailTransport
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var scratch = Directory.CreateDirectory(
            Path.Combine(folder.Path, $".writing-{Guid.NewGuid():n}")
        );
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = scratch.FullName,
            };
            using var message = MimeMessage.Of(mail, identity);
            await client.SendMailAsync(message, ct);
            File.Move(
                scratch.GetFiles().Single().FullName,
                Path.Combine(folder.Path, $"{mail.Id:n}.eml"),
                overwrite: true
            );
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
