using Banyan;
using Banyan.Kernel.Data;
using Banyan.Kernel.Web;
using Banyan.Membership.Contracts;
using NodaTime;

var app = Site.Build(args);
await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<BanyanDb>();
    await DatabaseStart.PrepareAsync(db, CancellationToken.None);
    var setup = await FirstOwner.AddressAsync(
        db,
        app.Services.GetRequiredService<SiteAddress>(),
        app.Services.GetRequiredService<IClock>()
    );
    if (setup is not null)
        await Console.Out.WriteLineAsync($"Nobody owns this site yet. Set it up at {setup}");
}
await app.RunAsync();
