using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.Matrix;

/// <summary>A hash over every row of every table.</summary>
internal static class DatabaseState
{
    public static Task<string> OfAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync(Ct);
            var tables = db
                .Model.GetEntityTypes()
                .Select(type => type.GetTableName())
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal);
            var all = new StringBuilder();
            foreach (var table in tables)
            {
                all.Append(table).Append('\n');
                foreach (
                    var row in (await RowsAsync(connection, table)).Order(StringComparer.Ordinal)
                )
                    all.Append(row).Append('\n');
            }
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
        });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<List<string>> RowsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is the model's own
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            rows.Add(
                string.Join(
                    '\u001f',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(field => Of(reader.GetValue(field)))
                )
            );
        return rows;
    }

    private static string Of(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            Array list => string.Join('\u001e', list.Cast<object>().Select(Of)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
