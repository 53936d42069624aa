using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Banyan.Kernel.Data;

/// <summary>Failures that are the database's and not the program's: what was asked for may well work in a while.</summary>
public enum DatabaseTrouble
{
    /// <summary>Not reached, starting, stopping, or busy beyond patience.</summary>
    Away,

    /// <summary>Its disk takes nothing more; reading goes on.</summary>
    Full,
}

public static class DatabaseTroubles
{
    // https://sqlite.org/rescode.html
    private const int SqliteBusy = 5;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteWriteFailed = 778;
    private const int SqliteSharedMemoryFailed = 4874;

    // Npgsql says it so where it was told of several servers a moment ago that none of them takes writes.
    private const string NoServerTakesWrites = "No suitable host was found.";

    /// <summary>Null for any other failure. The framework wraps what the database said, so what lies inside is looked at too.</summary>
    public static DatabaseTrouble? Of(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
            if (problem is DbException failed && OfOne(failed) is { } trouble)
                return trouble;
        return null;
    }

    private static DatabaseTrouble? OfOne(DbException problem) =>
        problem switch
        {
            SqliteException sqlite => Of(sqlite),
            PostgresException postgres => Of(postgres.SqlState),
            // No answer at all: no connection, a broken one, or none free in time.
            NpgsqlException { InnerException: IOException or TimeoutException }
            or NpgsqlException { IsTransient: true }
            or NpgsqlException { InnerException: null, Message: NoServerTakesWrites } =>
                DatabaseTrouble.Away,
            // None of several servers, each for a reason of its own.
            NpgsqlException { InnerException: AggregateException several } =>
                several.InnerExceptions.Any(one => Of(one) is not null)
                    ? DatabaseTrouble.Away
                    : null,
            _ => null,
        };

    private static DatabaseTrouble? Of(SqliteException problem) =>
        problem.SqliteErrorCode switch
        {
            SqliteFull => DatabaseTrouble.Full,
            SqliteInputOutput
                when problem.SqliteExtendedErrorCode
                    is SqliteWriteFailed
                        or SqliteSharedMemoryFailed => DatabaseTrouble.Full,
            SqliteBusy or SqliteInputOutput or SqliteCannotOpen => DatabaseTrouble.Away,
            _ => null,
        };

    private static DatabaseTrouble? Of(string state) =>
        state switch
        {
            PostgresErrorCodes.DiskFull => DatabaseTrouble.Full,
            PostgresErrorCodes.TooManyConnections
            // A standby that is not promoted yet.
            or PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.Away,
            // Connections that broke; a server that was told to stop, crashed, or is starting.
            _ when state.StartsWith("08", StringComparison.Ordinal)
                    || state.StartsWith("57P", StringComparison.Ordinal) => DatabaseTrouble.Away,
            _ => null,
        };
}
