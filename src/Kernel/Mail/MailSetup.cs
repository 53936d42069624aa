using Banyan.Kernel.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Banyan.Kernel.Mail;

public static class MailSetup
{
    /// <summary>A transport that is registered already stays, so that a test can stand in for the mail server.</summary>
    /// <param name="server">An SMTP address, or null: then mail is kept as files in the folder.</param>
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        string? server,
        MailIdentity identity,
        ReplyBox replies,
        string folder
    )
    {
        services
            .AddSingleton(identity)
            .AddSingleton(replies)
            .AddSingleton(new MailFolder(folder))
            .AddScoped<PostOffice>()
            .AddWork<MailHandler>(MailHandler.Kind);
        if (string.IsNullOrEmpty(server))
        {
            Directory.CreateDirectory(folder);
            services.TryAddSingleton<IMailTransport, FolderTransport>();
            return services;
        }
        services
            .AddSingleton(SmtpServer.From(server))
            .TryAddSingleton<IMailTransport, SmtpTransport>();
        return services;
    }
}
