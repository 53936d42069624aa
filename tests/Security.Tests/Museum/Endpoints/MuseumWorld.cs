using System.Text.RegularExpressions;
using Banyan.Security.Tests.Matrix;
using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.Museum.Endpoints;

/// <summary>Two of everything, in which nothing that is sent stays written.</summary>
public sealed partial class MuseumWorld : IAsyncLifetime
{
    internal MatrixWorld World { get; private set; } = null!;
    internal IReadOnlyList<Door> Doors => Door.All(World.Host);

    public async ValueTask InitializeAsync()
    {
        World = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        World.Rehearsal.On = true;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    internal async Task<Testing.BadInput.Answer> LookAsync(Persona persona, string path)
    {
        using var visitor = World.Visitor(persona);
        return await visitor.LookAsync(path);
    }

    /// <summary>Posts with the token that this persona's own forms carry.</summary>
    internal async Task<int> PostAsync(
        Persona persona,
        string path,
        params IReadOnlyList<(string Name, string Value)> fields
    )
    {
        using var visitor = World.Visitor(persona);
        using var response = await visitor.PostAsync(
            path,
            [.. fields, ("_form", World.SessionOf(persona)?.FormToken ?? "")]
        );
        return (int)response.StatusCode;
    }

    /// <summary>The canaries in a text.</summary>
    internal static IReadOnlyList<string> CanariesIn(string text) =>
        [.. Marked().Matches(text).Select(canary => canary.Value).Distinct()];

    /// <summary>The references of cases in a text.</summary>
    internal static IReadOnlyList<string> ReferencesIn(string text) =>
        [.. References().Matches(text).Select(reference => reference.Value).Distinct()];

    [GeneratedRegex("zq-[a-z]+-[a-z]+-[a-z]+-qz", RegexOptions.NonBacktracking)]
    private static partial Regex Marked();

    [GeneratedRegex("[NS]O[RU]-27-[A-Z]+[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex References();
}
