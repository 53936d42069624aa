using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Kernel.Secrets;

public static class SecretSetup
{
    /// <param name="path">The file of the keys; it is made with the first secret.</param>
    public static IServiceCollection AddSecrets(this IServiceCollection services, string path) =>
        services.AddSingleton(new KeyFile(path)).AddSingleton<SecretBox>().AddScoped<KeyRotation>();
}
