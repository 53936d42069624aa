using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Banyan.Kernel.Data;

/// <summary>
/// Statements that SQLite has planned stay with their connection and are not planned again. PostgreSQL's driver does this itself; here each command would plan its own,
/// and the desk asks in statements that take longer to plan than to answer.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<SqliteConnection, Shelf> shelves = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection } fresh)
            return result;
        var command = shelves.GetValue(connection, _ => new Shelf()).Take(fresh.CommandText);
        command.CommandText = fresh.CommandText;
        command.Connection = connection;
        command.Transaction = fresh.Transaction;
        command.CommandTimeout = fresh.CommandTimeout;
        foreach (SqliteParameter parameter in fresh.Parameters)
            command.Parameters.Add(parameter);
        fresh.Dispose();
        return command;
    }

    /// <summary>The statements of one connection that nobody is using now, by their text.</summary>
    private sealed class Shelf
    {
        private const int Most = 200;
        private readonly Dictionary<string, Kept> resting = new(StringComparer.Ordinal);

        public Kept Take(string text)
        {
            if (!resting.Remove(text, out var command))
                return new Kept(this);
            command.Rests = false;
            return command;
        }

        /// <summary>False where it is not kept: another one of the same text is.</summary>
        public bool Put(Kept command)
        {
            // Filters make many texts: rather than to ask which was used last, all are planned anew now and then.
            if (resting.Count == Most)
            {
                foreach (var old in resting.Values.ToList())
                    old.Dispose();
                resting.Clear();
            }
            return resting.TryAdd(command.CommandText, command);
        }

        public void Forget(Kept command) => resting.Remove(command.CommandText);
    }

    /// <summary>Who asked lays it back; disposed while it rests, by its connection that closes, it is gone.</summary>
    private sealed class Kept(Shelf shelf) : SqliteCommand
    {
        public bool Rests { get; set; }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !Rests && Connection is { State: System.Data.ConnectionState.Open })
            {
                Parameters.Clear();
                Transaction = null;
                Rests = shelf.Put(this);
                if (Rests)
                    return;
            }
            if (Rests)
                shelf.Forget(this);
            Rests = false;
            base.Dispose(disposing);
        }
    }
}
