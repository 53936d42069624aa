namespace Banyan.Testing.Databases;

/// <summary>The PostgreSQL that all hosts of a run share.</summary>
internal static class PostgresServer
{
    // Durability is not under test here, and nothing of this cluster outlives the run.
    private static readonly Lazy<PostgresCluster> Started = new(() =>
        PostgresCluster.New(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=200"
        )
    );

    public static bool Installed => PostgresCluster.Installed;

    public static PostgresCluster Instance => Started.Value;
}
