using System.Globalization;
using System.Text;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Security.Tests.SignIn;

/// <summary>Every row of every table as text, as somebody reads it who got hold of a backup.</summary>
internal static class Dump
{
    public static Task<string> OfAsync(BanyanHost host) =>
        host.DbAsync(async db =>
        {
            var ct = TestContext.Current.CancellationToken;
            await db.Database.OpenConnectionAsync(ct);
            var connection = db.Database.GetDbConnection();
            var all = new StringBuilder();
            var tables = db
                .Model.GetEntityTypes()
                .Select(type => type.GetTableName())
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal);
            foreach (var table in tables)
            {
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is the model's own
                command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync(ct);
                var rows = new List<string>();
                while (await reader.ReadAsync(ct))
                {
                    var values = new object[reader.FieldCount];
                    reader.GetValues(values);
                    rows.Add(string.Join(" | ", values.Select(Text)));
                }
                all.Append(table).Append('\n');
                foreach (var row in rows.Order(StringComparer.Ordinal))
                    all.Append(row).Append('\n');
            }
            return all.ToString();
        });

    private static string Text(object value) =>
        value switch
        {
            byte[] bytes => $"{Convert.ToHexStringLower(bytes)} {Encoding.UTF8.GetString(bytes)}",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
