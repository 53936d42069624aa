using Banyan.Kernel.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Kernel.Mail;

public static class MailSetup
{
    /// <param name="server">An SMTP address, or null: then mail is kept as files in the folder.</param>
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        string? server,
        MailIdentity identity,
        string folder
    )
    {
        services
            .AddSingleton(identity)
            .AddSingleton(new MailFolder(folder))
            .AddWork<MailHandler>(MailHandler.Kind);
        if (string.IsNullOrEmpty(server))
        {
            Directory.CreateDirectory(folder);
            return services.AddSingleton<IMailTransport, FolderTransport>();
        }
        return services
            .AddSingleton(SmtpServer.From(server))
            .AddSingleton<IMailTransport, SmtpTransport>();
    }
}
