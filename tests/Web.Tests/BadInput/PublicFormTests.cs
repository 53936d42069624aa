using Banyan.Partnering.Applications.Data;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Web.Tests.BadInput;

/// <summary>The forms and addresses that are open to everybody, with everything that people may type.</summary>
public sealed class PublicFormTests
{
    private const string Apply = $"{Foundation.Program}/apply";

    [Theory, EachDatabase]
    public async Task The_address_that_a_draft_begins_with(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        foreach (var nasty in NastyStrings.On(database))
        {
            using var visitor = host.NewVisitor();
            var answer = (await visitor.PostBodyAsync(Apply, $"Email={nasty.Sent}")).ShouldHelp(
                nasty.Sent
            );
            answer.Status.ShouldBeOneOf([303, 422], nasty.Sent);
            if (answer.Status == 422 && nasty.Typed is not null)
                Tidy(answer.ValueOf("Email")).ShouldBe(nasty.KeptOnOneLine, nasty.Sent);
        }
        ShouldBeHealthy(host);
        var begun = await host.DbAsync(db =>
            db.Applications.SelectMany(a => a.Applicants).Select(a => a.EmailKey).ToListAsync()
        );
        begun.ShouldNotContain("nike@example.org");
        begun.ShouldAllBe(key => !key.Contains('\n') && !key.Contains(' '));
    }

    [Theory, EachDatabase]
    public async Task The_address_to_sign_in_with_and_where_to_go_then(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var visitor = host.NewVisitor();
        foreach (var nasty in NastyStrings.On(database))
        {
            var answer = (
                await visitor.PostBodyAsync("/sign-in", $"email={nasty.Sent}&next={nasty.Sent}")
            ).ShouldHelp(nasty.Sent);
            answer.Status.ShouldBeOneOf([303, 422], nasty.Sent);
            if (answer.Location is { } location)
                location.ShouldStartWith("/sign-in/code?ticket=");
            if (answer.Status == 422 && nasty.Typed is not null)
                Tidy(answer.ValueOf("email")).ShouldBe(nasty.KeptOnOneLine, nasty.Sent);
        }
        await host.WorkAsync();
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task A_code_and_the_ticket_it_belongs_to(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var visitor = host.NewVisitor();
        var asked = await visitor.PostBodyAsync("/sign-in", $"email={World.Nusrat.Address}");
        var ticket = asked.Location!.Split('=')[1];
        foreach (var nasty in NastyStrings.On(database))
        {
            var answer = (
                await visitor.PostBodyAsync("/sign-in/code", $"ticket={ticket}&code={nasty.Sent}")
            ).ShouldHelp(nasty.Sent);
            answer.Status.ShouldBe(422, nasty.Sent);
            answer.Problems.Count.ShouldBe(1, nasty.Sent);
            if (nasty.Typed is not null && answer.ValueOf("code") is { } shown)
                Tidy(shown).ShouldBe(nasty.KeptOnOneLine, nasty.Sent);
            answer = (
                await visitor.PostBodyAsync("/sign-in/code", $"ticket={nasty.Sent}&code=123456")
            ).ShouldHelp(nasty.Sent);
            answer.Problems.ShouldNotContain(
                problem => problem.Contains("is not valid"),
                nasty.Sent
            );
        }
        ShouldBeHealthy(host);
    }

    [Theory, EachDatabase]
    public async Task Addresses_with_anything_in_them(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        foreach (var nasty in NastyStrings.On(database))
        {
            var part = nasty.Sent.Replace('+', ' ').Replace(" ", "%20");
            string[] paths =
            [
                $"/applications/{part}",
                $"{nusrat.Path}/sections/{part}",
                $"/programs/{part}",
                $"/programs/{part}/apply",
                $"{Foundation.Program}/eligibility?python={part}&_asked={part}&{part}=yes",
                $"/sign-in?next={part}",
                $"/sign-in/code?ticket={part}",
                $"/?{part}",
                $"/problem/{part}",
                $"/partners/{part}",
                $"/verify/{part}",
            ];
            foreach (var path in paths)
            {
                var answer = await nusrat.Visitor.LookAsync(path);
                // A NUL in a path, and a line of more than 8 KB, are refused by the server itself, before any page could say so.
                if (path.Split('?')[0].Contains("%00"))
                    answer.Status.ShouldBe(400, path);
                else if (path.Length > 8000)
                    answer.Status.ShouldBe(414, path);
                else
                    answer.ShouldHelp(path);
                answer.Status.ShouldBeOneOf([200, 302, 303, 400, 404, 414], path);
                if (answer.Location is { } location)
                    location.ShouldStartWith("/", customMessage: path);
            }
        }
        ShouldBeHealthy(host);
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("longS")]
    public async Task A_reference_in_other_letters_leads_to_itself_or_nowhere(string how)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        var reference =
            how == "lower"
                ? nusrat.Reference.ToLowerInvariant()
                : nusrat.Reference.Replace("PSF", "P%C5%BFF");
        var answer = await nusrat.Visitor.PostBodyAsync(
            $"/applications/{reference}/all",
            $"_form={nusrat.Token}&title=x"
        );
        answer.ShouldHelp(how).Status.ShouldBe(how == "lower" ? 303 : 404);
    }

    private static void ShouldBeHealthy(BanyanHost host) =>
        host.Log.Bad.Where(line => line.Problem is not null).ShouldBeEmpty();

    private static string Tidy(string? shown) =>
        string.Join(' ', (shown ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
