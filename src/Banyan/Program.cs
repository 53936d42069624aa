using Banyan;
using Banyan.Kernel.Data;

var app = Site.Build(args);
await using (var scope = app.Services.CreateAsyncScope())
{
    await DatabaseStart.PrepareAsync(
        scope.ServiceProvider.GetRequiredService<BanyanDb>(),
        CancellationToken.None
    );
}
await app.RunAsync();
