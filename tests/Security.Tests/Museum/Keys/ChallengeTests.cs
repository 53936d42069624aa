using Banyan.Membership.People.Domain;
using Banyan.Security.Tests.Matrix;
using Banyan.Security.Tests.SignIn;
using Banyan.Testing;
using NodaTime;

namespace Banyan.Security.Tests.Museum.Keys;

/// <summary>Indico 3.2.9: a challenge that was missing, empty or used before was taken for one that was met. Ours are the mailed code and the key of a form.</summary>
public sealed class ChallengeTests
{
    [Asvs("V6.5.1", "V6.6.2")]
    [Fact]
    public async Task Indico_3_2_9_a_code_that_is_missing_empty_or_of_another_lets_nobody_in()
    {
        await using var host = await BanyanHost.StartAsync();
        var (ticket, code) = await AskAsync(host, World.Nusrat.Address);
        var (other, otherCode) = await AskAsync(host, World.Asha.Address);
        (string, string)[][] sent =
        [
            [],
            [("ticket", ticket)],
            [("ticket", ticket), ("code", "")],
            [("ticket", ticket), ("code", " ")],
            [("ticket", ticket), ("code", "------")],
            [("ticket", ticket), ("code", "null")],
            [("ticket", ticket), ("code", "undefined")],
            [("ticket", ticket), ("code", "true")],
            [("ticket", ticket), ("code", code[..5])],
            [("ticket", ticket), ("code", $"{code}0")],
            [("ticket", ticket), ("code[0]", code)],
            [("ticket", ticket), ("code.Value", code)],
            [("ticket", ticket), ("captcha", code)],
            [("code", code)],
            [("ticket", ""), ("code", code)],
            [("ticket", $"{Guid.Empty:n}"), ("code", code)],
            [("ticket", other), ("code", code)],
            [("ticket", ticket), ("code", otherCode)],
        ];
        foreach (var fields in sent)
            (await EnterAsync(host, fields)).ShouldBe(
                422,
                string.Join(" & ", fields.Select(field => $"{field.Item1}={field.Item2}"))
            );
        (await EnterAsync(host, ("ticket", ticket), ("code", code))).ShouldBe(303);
        // Once more, by somebody who has seen it.
        (await EnterAsync(host, ("ticket", ticket), ("code", code))).ShouldBe(422);
        host.Clock.Advance(SignInCode.Lifetime);
        (await EnterAsync(host, ("ticket", other), ("code", otherCode))).ShouldBe(422);
    }

    /// <summary>The answer to a form that was sent twice comes again for a browser that did not hear it; its session does so for five minutes.</summary>
    [Asvs("V6.5.1")]
    [Fact]
    public async Task Indico_3_2_9_the_whole_form_that_signed_somebody_in_signs_nobody_in_later()
    {
        await using var host = await BanyanHost.StartAsync();
        var (ticket, code) = await AskAsync(host, World.Nusrat.Address);
        (string, string)[] fields = [("ticket", ticket), ("code", code), ("_once", "A1B2C3D4E5F6")];
        (await EnterAsync(host, fields)).ShouldBe(303);
        host.Clock.Advance(Duration.FromMinutes(5) + Duration.FromSeconds(1));
        using var somebody = host.NewVisitor();
        using var answer = await somebody.PostAsync("/sign-in/code", fields);
        somebody.Cookies.Names.ShouldNotContain(Entering.Cookie);
        using var me = await somebody.GetAsync("/me");
        ((int)me.StatusCode).ShouldBe(302);
    }

    [Asvs("V3.5.1")]
    [Fact]
    public async Task Indico_3_2_9_a_form_whose_key_is_missing_empty_or_of_another_session_does_nothing()
    {
        await using var world = await MatrixWorld.BuildAsync(DatabaseKind.Sqlite);
        var (mine, others) = (
            world.SessionOf(Persona.Kwame)!.FormToken,
            world.SessionOf(Persona.Asha)!.FormToken
        );
        var before = await DatabaseState.OfAsync(world.Host);
        (string, string)[][] sent =
        [
            [],
            [("_form", "")],
            [("_form", " ")],
            [("_form", "null")],
            [("_form", others)],
            [("_form", world.SessionOf(Persona.Pavel)!.FormToken)],
            [("_form", mine.ToUpperInvariant())],
            [("_form", $"{mine}0")],
            [("_form", mine[1..])],
            [("_form[]", mine)],
            [("_form", others), ("_form", mine)],
            [("_once", "A1B2C3D4E5F6")],
            [("_once", mine)],
        ];
        foreach (var fields in sent)
            (await RenameAsync(world, fields)).ShouldBe(
                409,
                string.Join(" & ", fields.Select(field => $"{field.Item1}={field.Item2}"))
            );
        (await DatabaseState.OfAsync(world.Host)).ShouldBe(before);
        (await RenameAsync(world, ("_form", mine))).ShouldBe(303);
        (await DatabaseState.OfAsync(world.Host)).ShouldNotBe(before);
    }

    private static async Task<int> RenameAsync(
        MatrixWorld world,
        params (string Name, string Value)[] fields
    )
    {
        using var visitor = world.Visitor(Persona.Kwame);
        using var answer = await visitor.PostAsync("/me", [.. fields, ("name", "Somebody else")]);
        return (int)answer.StatusCode;
    }

    private static async Task<(string Ticket, string Code)> AskAsync(
        BanyanHost host,
        string address
    )
    {
        using var visitor = host.NewVisitor();
        using var asked = await visitor.PostAsync("/sign-in", ("email", address));
        return (
            asked.Headers.Location!.OriginalString.Split('=')[1],
            await host.CodeForAsync(address)
        );
    }

    private static async Task<int> EnterAsync(
        BanyanHost host,
        params (string Name, string Value)[] fields
    )
    {
        using var visitor = host.NewVisitor();
        using var answer = await visitor.PostAsync("/sign-in/code", fields);
        visitor.Cookies.Names.Contains(Entering.Cookie).ShouldBe((int)answer.StatusCode == 303);
        return (int)answer.StatusCode;
    }
}
