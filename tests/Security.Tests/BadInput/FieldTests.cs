using Banyan.Kernel.Data;
using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.OverPosting;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Banyan.Security.Tests.BadInput;

/// <summary>Every field of every form takes everything that can be typed or sent, and says so on a page.</summary>
public sealed class FieldTests
{
    [Asvs("V2.2.1")]
    [Theory]
    [EachDatabase]
    public async Task Whatever_stands_in_a_field_the_answer_is_a_page(DatabaseKind database)
    {
        var rolled = new RolledBack { Blind = true };
        await using var world = await MatrixWorld.BuildAsync(
            database,
            builder =>
                builder.Services.ConfigureDbContext<BanyanDb>(options =>
                    options.AddInterceptors(rolled)
                )
        );
        var forms = await FormBook.OfAsync(world);
        var before = await DatabaseState.OfAsync(world.Host);
        rolled.On = true;
        var judged = new Judged();
        var (alone, together) = database switch
        {
            DatabaseKind.Sqlite => (
                SecurityRounds.Of(EveryString.All.Count, 1),
                SecurityRounds.Of(EveryString.All.Count, 4)
            ),
            DatabaseKind.Postgres => (SecurityRounds.Of(EveryString.All.Count / 4, 0), 3),
        };
        var fields = 0;
        foreach (var (number, form) in forms.Index())
        {
            // All of it runs for hours; nobody reads the statements.
            world.Host.Statements.Clear();
            using var sender = new RawSender(world, form);
            for (var round = 0; round < together; round++)
                await sender.SendAsync(
                    judged,
                    [
                        .. form.Names.Select(
                            (name, place) =>
                                (name, EveryString.Some(round + 1, number * 7 + place).Last().Sent)
                        ),
                    ]
                );
            foreach (var (place, name) in form.Names.Index())
            {
                fields++;
                foreach (var nasty in EveryString.Some(alone, number * 11 + place))
                    await sender.SendAsync(judged, (name, nasty.Sent));
            }
            foreach (var polluted in Polluted(form))
                await sender.SendWholeAsync(judged, polluted);
        }
        judged.Wrong.ShouldBeEmpty();
        world
            .Host.Log.Bad.Where(line => line.Problem is not null)
            .Select(line => line.Text)
            .ShouldBeEmpty();
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
        EveryString.All.Count.ShouldBeGreaterThan(800);
        Figures.Add(
            "S6",
            $"{database}: {fields} fields of {forms.Count} forms, {EveryString.All.Count} strings: {judged.Answers:n0} forms sent, 0 answers 5xx ({judged.Statuses})"
        );
    }

    // Every field empty, gone, twice, a hundred times, and as the lists and objects that other frameworks read.
    private static IEnumerable<string> Polluted(FoundForm form)
    {
        string Each(Func<string, string> write) =>
            string.Join('&', form.Names.Select(name => write(Uri.EscapeDataString(name))));
        yield return "";
        yield return Each(name => $"{name}=");
        yield return Each(name => name);
        yield return Each(name => $"{name}=a&{name}=b");
        yield return string.Join('&', Enumerable.Repeat(Each(name => $"{name}=a"), 20));
        yield return Each(name => $"{name}[]=a&{name}[]=b");
        yield return Each(name => $"{name}[0]=a&{name}[-1]=b&{name}[x][y]=c");
        yield return Each(name => $"{name}.x=a&{name}.x.y=b");
    }
}
