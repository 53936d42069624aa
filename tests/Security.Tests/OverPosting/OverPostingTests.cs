using Banyan.Kernel.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.OverPosting;

/// <summary>Whatever is sent beside the fields of a form changes nothing of what the form does.</summary>
public sealed class OverPostingTests
{
    private static readonly (string How, Func<string, string> Again)[] Spellings =
    [
        ("name[]", name => $"{name}[]"),
        ("name[0]", name => $"{name}[0]"),
        ("name.name", name => $"{name}.{name}"),
        ("name[name]", name => $"{name}[{name}]"),
        // The first counts; a NUL is taken out of whatever is sent.
        ("name, a second time", name => name),
        ("name and a NUL", name => $"{name}\0"),
        ("a space and name", name => $" {name}"),
    ];

    [Asvs("V8.2.3", "V15.3.3")]
    [Fact]
    public async Task No_property_of_any_row_can_be_sent_along_with_a_form()
    {
        var rolled = new RolledBack();
        await using var world = await WorldAsync(rolled);
        var (kinds, fields) = await world.Host.DbAsync(db => Task.FromResult(EveryProperty.Of(db)));
        using var sender = await Sender.InAsync(world, rolled);
        var forms = await FormBook.OfAsync(world, sender.WritesAsync);
        var wrong = new List<string>();
        var (written, sent, refused) = (0, 0, 0);
        foreach (var form in forms)
        {
            var honest = await sender.SendAsync(form);
            (await sender.SendAsync(form)).ShouldBe(honest, $"{form}, twice");
            written += honest.Wrote ? 1 : 0;
            var strange = fields.Where(field => !IsOf(form, field.Name));
            foreach (var part in strange.Chunk(EveryProperty.AtOnce))
            {
                sent += part.Length;
                var stuffed = await sender.SendAsync(form, part);
                refused += honest.Wrote && !stuffed.Wrote ? 1 : 0;
                if (stuffed.Wrote && stuffed != honest)
                    wrong.Add($"{form}: {string.Join(' ', form.Names)}\n{honest}\n{stuffed}");
            }
        }
        wrong.ShouldBeEmpty();
        // The code of a program that asks for none, and what an editor of files does not know.
        refused.ShouldBeLessThan(5);
        (await sender.IsAsBeforeAsync()).ShouldBeTrue();
        forms.Count.ShouldBeGreaterThan(60);
        written.ShouldBeGreaterThan(35);
        Figures.Add(
            "S1",
            $"over-posting: {forms.Count} forms ({written} of them accepted) x {fields.Count:n0} names of properties of {kinds} kinds of rows = {sent:n0} fields sent along; 0 effects, {refused} forms refused for it"
        );
    }

    [Asvs("V15.3.7")]
    [Fact]
    public async Task A_second_value_and_other_spellings_of_a_field_change_nothing()
    {
        var rolled = new RolledBack();
        await using var world = await WorldAsync(rolled);
        using var sender = await Sender.InAsync(world, rolled);
        var forms = await FormBook.OfAsync(world, sender.WritesAsync);
        var wrong = new List<string>();
        var (sent, refused) = (0, 0);
        foreach (var form in forms)
        {
            var honest = await sender.SendAsync(form);
            // A list of boxes has several values by its nature.
            var single = form
                .Fields.GroupBy(field => field.Name, StringComparer.Ordinal)
                .Where(known => known.Count() == 1)
                .Select(known => known.Single())
                .ToList();
            foreach (var (how, again) in Spellings)
            {
                sent++;
                var other = await sender.SendAsync(
                    form,
                    single.Select(field => (again(field.Name), EveryProperty.Mark))
                );
                refused += honest.Wrote && !other.Wrote ? 1 : 0;
                if (other.Wrote && other != honest)
                    wrong.Add($"{form}: {how}\n{honest}\n{other}");
            }
        }
        wrong.ShouldBeEmpty();
        (await sender.IsAsBeforeAsync()).ShouldBeTrue();
        Figures.Add(
            "S6",
            $"{sent:n0} forms with other spellings of their fields, or with a second value; 0 effects, {refused} refused for it"
        );
    }

    [Fact]
    public async Task A_property_that_a_form_takes_along_is_seen()
    {
        var rolled = new RolledBack();
        await using var world = await WorldAsync(rolled);
        using var sender = await Sender.InAsync(world, rolled);
        var form = new FoundForm(Persona.Marie, "/me", "/me", [("name", "Another name")]);
        var honest = await sender.SendAsync(form);
        honest.Wrote.ShouldBeTrue();
        (await sender.SendAsync(form)).ShouldBe(honest);
        // A careless page would read the field "Email"; what such a form would do is what this one does with another name.
        (
            await sender.SendAsync(form with { Fields = [("name", EveryProperty.Mark)] })
        ).ShouldNotBe(honest);
        var (_, fields) = await world.Host.DbAsync(db => Task.FromResult(EveryProperty.Of(db)));
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (
            var name in (string[])
                [
                    "State",
                    "state",
                    "Application.State",
                    "application.state",
                    "PersonId",
                    "person_id",
                    "Applicants[0].EmailKey",
                ]
        )
            names.ShouldContain(name);
    }

    private static Task<MatrixWorld> WorldAsync(RolledBack rolled) =>
        MatrixWorld.BuildAsync(
            DatabaseKind.Sqlite,
            builder =>
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(rolled)
                )
        );

    private static bool IsOf(FoundForm form, string name) =>
        form.Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
