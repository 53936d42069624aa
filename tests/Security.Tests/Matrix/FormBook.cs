using AngleSharp.Html.Parser;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.Matrix;

/// <summary>All forms that are there for these people, each once, found by looking at every page that they may open.</summary>
internal static class FormBook
{
    /// <summary>One of each kind that fills in forms.</summary>
    public static readonly IReadOnlyList<Persona> Writing =
    [
        Persona.Nobody,
        Persona.Guest,
        Persona.Nusrat,
        Persona.Marie,
        Persona.Joey,
        Persona.Deb,
    ];

    private const int MostTries = 5;
    private static readonly HtmlParser Parser = new();

    /// <param name="accepts">Sends a form, and says whether it did what it is there for. Of forms with the same key the first such is taken.</param>
    public static async Task<IReadOnlyList<FoundForm>> OfAsync(
        MatrixWorld world,
        Func<FoundForm, Task<bool>>? accepts = null
    )
    {
        var doors = Door.All(world.Host)
            .Where(door => door is { Method: "GET", IsPage: true, Handles: true })
            .ToList();
        var found = new Dictionary<string, (FoundForm Form, bool Good, int Tries)>(
            StringComparer.Ordinal
        );
        foreach (var persona in Writing)
        {
            using var visitor = world.Visitor(persona);
            foreach (var door in doors)
            foreach (
                var target in Target
                    .Of(door.Page, world, persona)
                    .Where(target => new Cell(door, target, persona).Expected == Answer.Allow)
            )
            {
                var (path, answer) = await LookAsync(visitor, target.Path);
                foreach (
                    var form in FoundForm.On(
                        Parser.ParseDocument(answer.Body),
                        path,
                        door.Page.Pattern,
                        persona
                    )
                )
                {
                    var (_, good, tries) = found.GetValueOrDefault(form.Key);
                    if (good || tries == MostTries)
                        continue;
                    good = accepts is null || await accepts(form);
                    if (good || tries == 0)
                        found[form.Key] = (form, good, tries + 1);
                    else
                        found[form.Key] = found[form.Key] with { Tries = tries + 1 };
                }
            }
        }
        return [.. found.Values.Select(known => known.Form)];
    }

    // Two steps at most: to the page that a short address leads to.
    private static async Task<(string Path, Testing.BadInput.Answer Answer)> LookAsync(
        Visitor visitor,
        string path
    )
    {
        var answer = await visitor.LookAsync(path);
        return answer is { Status: 303, Location: { } next } && next.StartsWith('/')
            ? (next, await visitor.LookAsync(next))
            : (path, answer);
    }
}
