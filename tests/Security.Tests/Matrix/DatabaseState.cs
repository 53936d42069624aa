using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Banyan.Security.Tests.Matrix;

/// <summary>A hash over every row of every table.</summary>
internal static class DatabaseState
{
    public static Task<string> OfAsync(BanyanHost host) =>
        host.DbAsync(async db =>
            Convert.ToHexString(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', await RowsAsync(db))))
            )
        );

    /// <summary>Every row of every table, with the names of its columns; within a transaction, as it stands there.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(DbContext db)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(Ct);
        var tables = db
            .Model.GetEntityTypes()
            .Select(type => type.GetTableName())
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await AddAsync(rows, command, table);
        }
        await db.Database.CloseConnectionAsync();
        return rows;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task AddAsync(List<string> rows, DbCommand command, string table)
    {
#pragma warning disable CA2100 // the name is the model's own
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var begin = rows.Count;
        while (await reader.ReadAsync(Ct))
            rows.Add(
                string.Join(
                    '\u001f',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(field => $"{reader.GetName(field)}={Of(reader.GetValue(field))}")
                        .Prepend(table)
                )
            );
        rows.Sort(begin, rows.Count - begin, StringComparer.Ordinal);
    }

    private static string Of(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            Array list => string.Join('\u001e', list.Cast<object>().Select(Of)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
