namespace Banyan.Testing;

/// <summary>The two engines that everything has to work on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
