using Banyan.Kernel.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Banyan.Kernel.Data;

/// <summary>What to say when the database itself refuses: the name of a unique index, key or check, and its refusal.</summary>
public sealed record ConstraintRefusal(string Constraint, Func<Refusal> Refusal);

internal static class BrokenConstraint
{
    /// <summary>The name of the constraint that a failed save ran into, or null for any other failure.</summary>
    public static string? NameOf(DbUpdateException problem, IModel model) =>
        problem.InnerException switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation
            } postgres => postgres.ConstraintName,
            SqliteException { SqliteErrorCode: 19 } sqlite => NameOf(sqlite.Message, model),
            _ => null,
        };

    /// <summary>True when a row pointed at one that is gone, or one was taken away that another points at.</summary>
    public static bool IsLink(DbUpdateException problem) =>
        problem.InnerException switch
        {
            PostgresException postgres => postgres.SqlState
                == PostgresErrorCodes.ForeignKeyViolation,
            // Two extended codes mean it, and one of them other things as well.
            SqliteException { SqliteErrorCode: 19 } sqlite => sqlite.Message.Contains(
                "FOREIGN KEY constraint failed",
                StringComparison.Ordinal
            ),
            _ => false,
        };

    // SQLite names the columns of a broken unique index or key, not itself.
    private static string? NameOf(string message, IModel model)
    {
        if (Between(message, "CHECK constraint failed: ") is { } check)
            return check;
        if (Between(message, "UNIQUE constraint failed: ") is not { } columns)
            return null;
        foreach (
            var index in model
                .GetEntityTypes()
                .SelectMany(type => type.GetIndexes())
                .Where(index => index.IsUnique)
        )
            if (Columns(index.DeclaringEntityType, index.Properties) == columns)
                return index.GetDatabaseName();
        return model
            .GetEntityTypes()
            .SelectMany(type => type.GetKeys())
            .FirstOrDefault(key => Columns(key.DeclaringEntityType, key.Properties) == columns)
            ?.GetName();
    }

    private static string Columns(IEntityType type, IEnumerable<IProperty> properties) =>
        string.Join(
            ", ",
            properties.Select(property => $"{type.GetTableName()}.{property.GetColumnName()}")
        );

    private static string? Between(string message, string start)
    {
        var from = message.IndexOf(start, StringComparison.Ordinal);
        if (from < 0)
            return null;
        from += start.Length;
        var to = message.IndexOf('\'', from);
        return message[from..(to < 0 ? message.Length : to)];
    }
}
