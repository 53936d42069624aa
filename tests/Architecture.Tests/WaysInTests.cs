using Banyan.Kernel.Access;
using Banyan.Membership.Contracts;
using Banyan.Membership.People;
using Banyan.Membership.People.Domain;
using Banyan.Testing;

namespace Banyan.Architecture.Tests;

/// <summary>The ways in that SECURITY.md names are all that there are: nothing else begins a session, hands out its cookie, or says who somebody is.</summary>
public sealed class WaysInTests
{
    private static readonly (string Step, Func<Use, bool> Is, string[] Who)[] Steps =
    [
        (
            "begins a session",
            use => Calls(use, typeof(Session), nameof(Session.Begin)),
            ["Sessions"]
        ),
        (
            "hands out its cookie",
            use => Calls(use, typeof(SessionCookie), nameof(SessionCookie.Write)),
            ["Sessions"]
        ),
        // A mailed code, and the address of the first owner.
        (
            "signs somebody in",
            use => Calls(use, typeof(Sessions), nameof(Sessions.SignInAsync)),
            ["CodeMail", "SetupPage"]
        ),
        // A draft that this browser began.
        (
            "lets a browser hold a record",
            use => Calls(use, typeof(Sessions), nameof(Sessions.HoldAsync)),
            ["ApplyPage"]
        ),
        // The same form once more, within five minutes.
        (
            "gives a session back",
            use => Calls(use, typeof(Sessions), nameof(Sessions.ReturnAsync)),
            ["MembershipModule"]
        ),
        // The session of the request, the answer by mail that carries its key, and the story of the demo.
        (
            "says who looks",
            use => Calls(use, typeof(ViewerHolder), $"set_{nameof(ViewerHolder.Viewer)}"),
            ["MailReplies", "Scene", "SessionMiddleware"]
        ),
    ];

    [Asvs("V6.3.4")]
    [Fact]
    public void Nobody_comes_in_but_by_the_ways_that_are_named()
    {
        foreach (var (step, isIt, who) in Steps)
            House
                .All.SelectMany(Uses.In)
                .Where(isIt)
                .Select(use => Outermost(use.From).Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ShouldBe(who, ignoreOrder: true, customMessage: step);
    }

    [Fact]
    public void It_bites()
    {
        var uses = Uses.In(typeof(BackDoor)).ToList();
        uses.ShouldContain(use => Calls(use, typeof(Session), nameof(Session.Begin)));
        uses.ShouldContain(use =>
            Calls(use, typeof(ViewerHolder), $"set_{nameof(ViewerHolder.Viewer)}")
        );
    }

    private static bool Calls(Use use, Type owner, string name) =>
        use.Owner == owner && use.Member.Name == name;

    private static Type Outermost(Type type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}

internal static class BackDoor
{
    public static Session Open(ViewerHolder holder)
    {
        holder.Viewer = Viewer.Nobody;
        return Session.Begin(null, null, "", default, out _);
    }
}
