using Banyan.Kernel.Data;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Names of fields: sent twice, as lists, with dots and brackets, not at all, or the names of columns that no form has.</summary>
public sealed class FieldNameTests
{
    private const string Apply = $"{Foundation.Program}/apply";
    private const string Deb = "deb%40example.org";
    private const string Mine = "nusrat%40example.org";

    [Asvs("V15.3.7")]
    [Theory]
    [InlineData($"email={Mine}&email={Deb}", Nusrat)]
    [InlineData($"email={Mine}&EMAIL={Deb}", Nusrat)]
    [InlineData($"email={Mine}&email[]={Deb}&email[0]={Deb}&email.0={Deb}", Nusrat)]
    [InlineData($"email[]={Deb}&email[0]={Deb}", null)]
    [InlineData($"Email.Local=deb&Email.Domain=example.org&Email.Envelope={Deb}", null)]
    [InlineData($"email={Mine}%2C{Deb}", null)]
    [InlineData($"email={Mine}%0D%0ABcc:{Deb}", null)]
    [InlineData($"email={Mine}%00{Deb}", null)]
    [InlineData($"email={Mine}%E2%80%A8{Deb}", null)]
    [InlineData("email", null)]
    [InlineData("", null)]
    public async Task A_code_goes_to_the_first_address_and_to_no_other(string body, string? to)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var visitor = host.NewVisitor();
        var answer = (await visitor.PostBodyAsync("/sign-in", body)).ShouldHelp(body);
        answer.Status.ShouldBe(to is null ? 422 : 303, body);
        await host.WorkAsync();
        host.Mailbox.All.Select(letter => letter.To).ShouldBe(new[] { to }.OfType<string>(), body);
    }

    [Theory]
    [InlineData(
        "title[]=x&title[0]=x&title.0=x&[title]=x&.title=x&title.=x&title%5B%5D%5B%5D=x",
        null
    )]
    [InlineData("title=first&title=second&title[]=third", "first")]
    [InlineData("title=first&TITLE=second", "first")]
    [InlineData("title=&title=second", null)]
    [InlineData("v.title=-1&title=a", "a")]
    [InlineData("v.title=99999999999999&title=a", "a")]
    [InlineData("v.title=%D9%A1&title=a", "a")]
    [InlineData("v.title=1e1&v.title[]=2&title=a", "a")]
    [InlineData("date=2028-06-07&title=a", "a")]
    [InlineData("date.Day=7&title=a", "a")]
    [InlineData("date.Month=6&date.Year=2028&title=a", "a")]
    [InlineData("", null)]
    public async Task A_question_takes_the_first_text_under_its_own_name(string body, string? kept)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var page in (string[])["sections/subject", "all", "autosave"])
        {
            (await nusrat.PostAsync(page, body)).Status.ShouldBeOneOf([204, 303, 422], body);
            (await nusrat.AnswerToAsync("title")).ShouldBe(kept, body);
        }
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();
    }

    [Asvs("V15.3.3")]
    [Theory, EachDatabase]
    public async Task Names_of_columns_in_a_form_change_nothing(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        var questions = await nusrat.Visitor.LookAsync($"{nusrat.Path}/all");
        var asked = questions
            .Page.QuerySelectorAll("[name]")
            .Select(field => field.GetAttribute("name")!.Split('.')[0])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = await host.DbAsync(db => Task.FromResult(NamesOf(db)));
        names.Count.ShouldBeGreaterThan(100);
        var extra = names.Where(name =>
            !asked.Contains(name) && name is not ("Words" or "Reason" or "Email" or "Name")
        );
        var body = string.Join(
            '&',
            extra
                .SelectMany(name => new[] { $"{name}=Approved", $"Application.{name}=Approved" })
                .Take(1000)
        );
        var before = await host.DbAsync(RowsAsync);
        foreach (
            var page in (string[])
                ["sections/subject", "all", "autosave", "clauses", "invite", "write", "answer"]
        )
        {
            (await nusrat.PostAsync(page, body)).Status.ShouldBeLessThan(500, page);
            (await host.DbAsync(RowsAsync)).ShouldBe(before, page);
        }
        (
            await nusrat.Visitor.PostBodyAsync("/me", $"_form={nusrat.Token}&{body}&Name=")
        ).Status.ShouldBeLessThan(500);
        (await host.DbAsync(RowsAsync)).ShouldBe(before);
    }

    private const string Nusrat = "nusrat@example.org";

    private static List<string> NamesOf(BanyanDb db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .SelectMany(type =>
                    type.GetProperties()
                        .Select(property => property.Name)
                        .Concat(type.GetNavigations().Select(n => n.Name))
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<List<string>> RowsAsync(BanyanDb db)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = db.Database.GetDbConnection();
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Select(type => type.GetTableName())
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a table's name from our own model
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(
                TestContext.Current.CancellationToken
            );
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var cells = new object[reader.FieldCount];
                reader.GetValues(cells);
                rows.Add(
                    $"{table}: {string.Join(" | ", cells.Select(cell => cell is byte[] bytes ? Convert.ToHexString(bytes) : cell.ToString()))}"
                );
            }
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
