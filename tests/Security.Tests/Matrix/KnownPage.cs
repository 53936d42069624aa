namespace Banyan.Security.Tests.Matrix;

/// <summary>What the address of a page names.</summary>
internal enum Subject
{
    Nothing,

    /// <summary>An application, on the applicant's side.</summary>
    Application,

    /// <summary>The same on the desk's side.</summary>
    Case,

    /// <summary>A case that one's place reaches, whether or not one may read it.</summary>
    Reached,
    Team,
    Member,

    /// <summary>A team, for those who sit in it.</summary>
    OwnTeam,

    /// <summary>A team, for those who sit in it and for the owners.</summary>
    VotingTeam,
    Session,
    Program,

    /// <summary>A program, for those who sit in its organisation.</summary>
    OwnProgram,

    /// <summary>An organisation, for everybody.</summary>
    Organisation,

    /// <summary>An organisation, for those who sit in it.</summary>
    OwnOrganisation,
    Partnership,

    /// <summary>A partnership, for both of its sides.</summary>
    Inside,

    /// <summary>A partnership, for the partner's side.</summary>
    HeldPartner,

    /// <summary>A partnership, for those of the organisation.</summary>
    DeskPartner,

    /// <summary>Nothing that is there in this world, for anybody.</summary>
    Nowhere,
}

/// <summary>One page as the matrix knows it.</summary>
/// <param name="Get">In which stages of the record GET finds something; empty: in all.</param>
/// <param name="Post">The same for POST.</param>
internal sealed record KnownPage(string Pattern, Subject Subject, Stage[] Get, Stage[] Post)
{
    /// <summary>GET leads on without looking at the record.</summary>
    public bool GetLooksAway { get; init; }

    /// <summary>With another method the address is taken for that of a page beside it.</summary>
    public bool WrongMethodIsAPage { get; init; }
}
