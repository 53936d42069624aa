using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.Membership;
using NodaTime;

namespace Banyan.Web.Tests.BadInput;

/// <summary>Forms that carry another session's token or an answered key, and sessions that end while a form is open.</summary>
public sealed class TokenTests
{
    private const string Typed = "title=PyCon%20Jupiter%20%3Cb%3E&description=Two%0D%0Alines";

    [Theory]
    [InlineData("")]
    [InlineData("_form=&")]
    [InlineData("_form=0123456789abcdef0123456789abcdef&")]
    [InlineData("_form=other&")]
    [InlineData("_form=%00%ED%A0%80&_form=own&")]
    [InlineData("_form[]=own&")]
    public async Task A_form_without_our_token_is_shown_and_can_be_sent_again(string token)
    {
        await using var host = await Applicant.HostAsync(DatabaseKind.Sqlite);
        using var nusrat = await Applicant.BeginAsync(host, World.Nusrat.Address);
        using var asha = await Applicant.BeginAsync(host, World.Asha.Address);
        var path = $"{nusrat.Path}/sections/subject";
        token = token.Replace("other", asha.Token).Replace("own", nusrat.Token);
        var answer = (await nusrat.Visitor.PostBodyAsync(path, token + Typed)).ShouldHelp(token);
        answer.Status.ShouldBe(409);
        (await nusrat.AnswerToAsync("title")).ShouldBeNull();
        answer.Page.Body!.TextContent.ShouldContain("PyCon Jupiter <b>");
        answer.ValueOf("title").ShouldBe("PyCon Jupiter <b>");
        var again = string.Join('&', answer.Page.QuerySelectorAll("main form input").Select(Pair));
        (await nusrat.Visitor.PostBodyAsync(path, again)).Status.ShouldBe(303);
        (await nusrat.AnswerToAsync("title")).ShouldBe("PyCon Jupiter <b>");
        (await nusrat.AnswerToAsync("description")).ShouldBe("Two\nlines");
    }

    [Theory, EachDatabase]
    public async Task An_answered_form_gets_the_same_answer_again(DatabaseKind database)
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.SentAsync(host);
        var first = await nusrat.PostAsync("write", "_once=ABC123&Words=Hello");
        var second = await nusrat.PostAsync("write", "_once=ABC123&Words=Hello");
        var other = await nusrat.PostAsync("write", "_once=ABC123&Words=Something+else");
        foreach (var answer in (Answer[])[first, second])
            (answer.Status, answer.Location).ShouldBe((303, nusrat.Path));
        // Somebody went back, wrote on and sent again: that is another form.
        other.ShouldHelp("other");
        (other.Status, other.ValueOf("Words")).ShouldBe((409, "Something else"));
        (await nusrat.ReadAsync(a => a.Thread.Count(entry => entry.Words == "Hello"))).ShouldBe(1);
        foreach (var key in (string[])["", "a'b", "%00", new string('k', 65), "..%2F", "%E2%84%AA"])
            (await nusrat.PostAsync("write", $"_once={key}&Words=Key+{key}"))
                .ShouldHelp(key)
                .Status.ShouldBe(303);
    }

    [Theory, EachDatabase]
    public async Task A_session_that_ends_while_the_form_is_open_loses_nothing(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        var path = $"{nusrat.Path}/sections/subject";
        host.Clock.Advance(Duration.FromDays(400));
        var over = (await nusrat.PostAsync("sections/subject", Typed)).ShouldHelp("over");
        over.Status.ShouldBe(401);
        over.Page.Body!.TextContent.ShouldContain("still holds what you typed");
        // In another tab; then the first tab goes back and sends what it still holds.
        await nusrat.Visitor.AskAsync(World.Nusrat.Address);
        await nusrat.Visitor.TypeCodeAsync(await host.CodeForAsync(World.Nusrat.Address));
        var late = (await nusrat.PostAsync("sections/subject", Typed)).ShouldHelp("late");
        late.Status.ShouldBe(409);
        var again = string.Join('&', late.Page.QuerySelectorAll("main form input").Select(Pair));
        (await nusrat.Visitor.PostBodyAsync(path, again)).Status.ShouldBe(303);
        (await nusrat.AnswerToAsync("title")).ShouldBe("PyCon Jupiter <b>");
    }

    private static string Pair(AngleSharp.Dom.IElement input) =>
        $"{Uri.EscapeDataString(input.GetAttribute("name")!)}={Uri.EscapeDataString(input.GetAttribute("value")!)}";
}
