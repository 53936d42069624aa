namespace Banyan.Testing;

/// <summary>The people of the tests and of the demo. None of them exists; all addresses are of example.org.</summary>
public static class World
{
    /// <summary>Organiser of a community in Dhaka; a phone, Bangla first.</summary>
    public static readonly Character Nusrat = new("Nusrat", "nusrat@example.org");

    /// <summary>Organises with Nusrat.</summary>
    public static readonly Character Ines = new("Inés", "ines@example.org");

    /// <summary>Organiser of another community, who must not see what is Nusrat's.</summary>
    public static readonly Character Asha = new("Asha", "asha@example.org");

    /// <summary>Staff of the foundation.</summary>
    public static readonly Character Marie = new("Marie", "marie@example.org");

    /// <summary>Member of the work group, with a vote.</summary>
    public static readonly Character Tomas = new("Tomas", "tomas@example.org");

    /// <summary>Member of the work group, with a vote.</summary>
    public static readonly Character Deb = new("Deb", "deb@example.org");

    /// <summary>Member of the work group, with a vote.</summary>
    public static readonly Character Joey = new("Joey", "joey@example.org");

    /// <summary>Leads the work group, without a vote.</summary>
    public static readonly Character Leila = new("Leila", "leila@example.org");

    /// <summary>Leads the board.</summary>
    public static readonly Character Ruth = new("Ruth", "ruth@example.org");

    /// <summary>Member of the board.</summary>
    public static readonly Character Hana = new("Hana", "hana@example.org");

    /// <summary>Member of the board.</summary>
    public static readonly Character Paul = new("Paul", "paul@example.org");

    /// <summary>Somebody with no part in anything.</summary>
    public static readonly Character Stranger = new("Kwame", "kwame@example.org");

    public static IReadOnlyList<Character> Cast { get; } =
    [Nusrat, Ines, Asha, Marie, Tomas, Deb, Joey, Leila, Ruth, Hana, Paul, Stranger];
}

/// <summary>A person of the cast.</summary>
public sealed record Character(string Name, string Address);
