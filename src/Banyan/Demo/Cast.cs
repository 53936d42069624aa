namespace Banyan.Demo;

/// <summary>Somebody of the demo. None of them exists; all addresses are of example.org.</summary>
internal sealed record CastMember(string Name, string Email);

/// <summary>The people of the demo, by what they do.</summary>
internal static class Cast
{
    public static readonly CastMember Deb = new("Deb Okafor", "deb@example.org");
    public static readonly CastMember Marie = new("Marie Laurent", "marie@example.org");
    public static readonly CastMember Tomas = new("Tomas Novak", "tomas@example.org");
    public static readonly CastMember Ines = new("Inés Duarte", "ines@example.org");
    public static readonly CastMember Asha = new("Asha Kulkarni", "asha@example.org");
    public static readonly CastMember Joey = new("Joey Tan", "joey@example.org");
    public static readonly CastMember Leila = new("Leila Haddad", "leila@example.org");
    public static readonly CastMember Ruth = new("Ruth Abara", "ruth@example.org");
    public static readonly CastMember Hana = new("Hana Veskova", "hana@example.org");
    public static readonly CastMember Paul = new("Paul Ekholt", "paul@example.org");
    public static readonly CastMember Nusrat = new("Nusrat Rahman", "nusrat@example.org");
    public static readonly CastMember Kwame = new("Kwame Asante", "kwame@example.org");
    public static readonly CastMember Sofia = new("Sofía Ibarra", "sofia@example.org");

    public static IReadOnlyList<CastMember> Owners { get; } = [Deb];
    public static IReadOnlyList<CastMember> Staff { get; } = [Marie];
    public static IReadOnlyList<CastMember> WorkGroup { get; } = [Tomas, Ines, Asha, Joey, Leila];
    public static IReadOnlyList<CastMember> Board { get; } = [Ruth, Hana, Paul];

    /// <summary>Leila leads the work group without a vote; Ruth leads the board and votes in it.</summary>
    public static IReadOnlyList<CastMember> Chairs { get; } = [Leila, Ruth];
    public static IReadOnlyList<CastMember> Organisers { get; } = [Nusrat, Kwame, Sofia];

    public static IReadOnlyList<CastMember> All { get; } =
    [.. Owners, .. Staff, .. WorkGroup, .. Board, .. Organisers];
}
