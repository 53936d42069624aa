using Banyan.Kernel.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>A form that another site sends in somebody's name, or that carries no token of their session, does nothing.</summary>
public sealed class ForgedTests
{
    [Asvs("V3.5.1")]
    [Fact]
    public async Task No_form_is_taken_from_elsewhere_or_without_its_token()
    {
        var rolled = new RolledBack();
        await using var world = await MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(rolled)
                )
        );
        using var sender = await Sender.InAsync(world, rolled);
        var forms = await FormBook.OfAsync(world, sender.WritesAsync);
        var other = world.SessionOf(Persona.Kwame)!.FormToken;
        var (accepted, forged) = (0, 0);
        foreach (var form in forms)
        {
            if (!(await sender.SendAsync(form)).Wrote)
                continue;
            accepted++;
            var own = world.SessionOf(form.Persona)?.FormToken;
            foreach (
                var origin in (string[])
                    [
                        "https://elsewhere.example.org",
                        "null",
                        "http://localhost.elsewhere.example.org",
                    ]
            )
            {
                forged++;
                (await sender.ForgeAsync(form, own, origin)).ShouldBe(
                    new Effect(403, ""),
                    $"{form} from {origin}"
                );
            }
            // Who has no session has no token; such a form does what any stranger may do.
            if (own is null)
                continue;
            foreach (var token in (string?[])[null, "", other, own[..^1], own + "x"])
            {
                forged++;
                (await sender.ForgeAsync(form, token, null)).ShouldBe(
                    new Effect(409, ""),
                    $"{form} with the token {token}"
                );
            }
        }
        (await sender.IsAsBeforeAsync()).ShouldBeTrue();
        accepted.ShouldBeGreaterThan(35);
        Figures.Add(
            "S1",
            $"{accepted} forms that are accepted, sent {forged} times from elsewhere or without their token: 0 effects"
        );
    }
}
