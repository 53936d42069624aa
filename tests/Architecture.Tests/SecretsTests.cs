using System.Reflection;
using System.Security.Cryptography;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Membership.Contracts;
using Banyan.Membership.People.Domain;
using Banyan.Membership.Setup.Domain;
using Banyan.Partnering.Applications.Domain;
using Banyan.Partnering.Programs.Domain;
using Banyan.Partnering.Replies.Domain;
using Banyan.Testing;

namespace Banyan.Architecture.Tests;

/// <summary>
/// Jenkins CVE-2022-43411, cookie-signature GHSA-92vm-wfm5-mxvv: a comparison that ends at the first letter that differs tells how many were right.
/// Each class that draws chance is named with what it keeps of it. What is a secret is looked up in the database, or compared in constant time; a
/// class that reads one in its own code compares nothing else there by the ordinary ways.
/// </summary>
public sealed class SecretsTests
{
    /// <summary>Who draws from the generator, and the secrets that come of it. None: it opens nothing, or is meant to be read by everybody.</summary>
    private static readonly Dictionary<string, string[]> Drawn = new(StringComparer.Ordinal)
    {
        ["Session"] = [nameof(Session.Hash), nameof(Session.FormToken)],
        ["SignInCode"] = [nameof(SignInCode.Hash), nameof(SignInCode.Salt)],
        ["SetupKey"] = [nameof(SetupKey.Hash)],
        ["Person"] = [nameof(Person.UnsubscribeKey)],
        ["Applicant"] = [nameof(Applicant.ReplyKey)],
        ["DeskReplyKey"] = [nameof(DeskReplyKey.Key)],
        ["AdmissionCode"] = [nameof(AdmissionCode.Code)],
        // Names of cases, programs and organisations, and the number on a badge.
        ["ApplyPage"] = [],
        ["WriteRows"] = [],
        ["Slugs"] = [],
        ["PartnerCode"] = [],
        // Used, and compared with nothing; what goes with a sealed value is public.
        ["KeyFile"] = [],
        ["KeyRing"] = [],
        // Its place in the list of those that do not stand, which everybody may read.
        ["Partnership"] = [],
        // Makes two forms two; whose a form is says another field.
        ["PostFormTagHelper"] = [],
    };

    private static readonly (Type Of, string Name)[] Carried =
    [
        (typeof(ViewerHolder), nameof(ViewerHolder.FormToken)),
        (typeof(PersonFacts), nameof(PersonFacts.UnsubscribeKey)),
        (typeof(Once), nameof(Once.Content)),
    ];

    /// <summary>Read by a person: the first compares the name of a field, the second the name of a notice and a zone.</summary>
    private static readonly string[] Harmless = ["SentOnce", "NoticeDigestMail"];

    private static readonly string[] Comparisons =
    [
        "op_Equality",
        "op_Inequality",
        "Equals",
        "Compare",
        "CompareOrdinal",
        "CompareTo",
        "SequenceEqual",
        "SequenceCompareTo",
        "StartsWith",
        "EndsWith",
        "Contains",
        "IndexOf",
    ];

    [Asvs("V11.5.1")]
    [Fact]
    public void Whoever_draws_chance_is_known_with_what_comes_of_it()
    {
        House
            .All.SelectMany(Uses.In)
            .Where(use => use.Owner == typeof(RandomNumberGenerator))
            .Select(use => Outermost(use.From).Name)
            .Distinct()
            .ShouldBe(Drawn.Keys, ignoreOrder: true);
        foreach (var (name, kept) in Drawn)
        foreach (var secret in kept)
            TypeOf(name).GetProperty(secret).ShouldNotBeNull($"{name}.{secret}");
    }

    [Fact]
    public void Secrets_are_compared_in_constant_time_or_by_the_database() =>
        Loose(House.All.SelectMany(assembly => assembly.GetTypes()), Secrets())
            .Select(found => found.Split(':')[0])
            .ShouldBe(Harmless, ignoreOrder: true);

    [Fact]
    public void Secrets_are_compared_at_all() =>
        House
            .All.SelectMany(Uses.In)
            .Where(use => use.Member.Name == nameof(CryptographicOperations.FixedTimeEquals))
            .Select(use => Outermost(use.From).Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["FormGuard", "SentOnce", "SignInCode"]);

    [Fact]
    public void It_bites()
    {
        var secrets = new[]
        {
            (typeof(Guarded), nameof(Guarded.Hash)),
            (typeof(Guarded), nameof(Guarded.Key)),
        };
        foreach (
            var loose in typeof(LooseOnes).GetNestedTypes(
                BindingFlags.NonPublic | BindingFlags.Public
            )
        )
            Loose([loose, .. loose.GetNestedTypes(BindingFlags.NonPublic)], secrets)
                .ShouldHaveSingleItem(loose.Name);
        Loose([typeof(StrictOne)], secrets).ShouldBeEmpty();
    }

    /// <summary>Classes that read a secret in code of their own and compare something by the ordinary ways. In a query the database does both.</summary>
    private static IEnumerable<string> Loose(
        IEnumerable<Type> types,
        IReadOnlyCollection<(Type Of, string Name)> secrets
    ) =>
        types
            .GroupBy(Outermost)
            .Select(room => (Room: room.Key, Calls: room.SelectMany(Uses.Calls).ToList()))
            .Where(room =>
                room.Calls.Any(call => IsRead(call, secrets)) && room.Calls.Any(IsComparison)
            )
            .Select(room =>
                $"{room.Room.Name}: {string.Join(", ", room.Calls.Where(IsComparison).Select(call => $"{call.DeclaringType?.Name}.{call.Name}").Distinct())}"
            );

    private static bool IsRead(
        MethodBase call,
        IReadOnlyCollection<(Type Of, string Name)> secrets
    ) =>
        secrets.Any(secret => call.DeclaringType == secret.Of && call.Name == $"get_{secret.Name}");

    private static bool IsComparison(MethodBase call) =>
        Comparisons.Contains(call.Name)
        && (
            call.DeclaringType == typeof(string)
            || call.DeclaringType == typeof(MemoryExtensions)
            || call.DeclaringType == typeof(Enumerable)
            || call.DeclaringType == typeof(object)
            || call.DeclaringType?.Name
                is "StringComparer"
                    or "EqualityComparer`1"
                    or "ReadOnlySpan`1"
        );

    private static (Type Of, string Name)[] Secrets() =>
        [
            .. Drawn.SelectMany(known => known.Value.Select(name => (TypeOf(known.Key), name))),
            .. Carried,
        ];

    private static Type TypeOf(string name) =>
        House
            .All.SelectMany(assembly => assembly.GetTypes())
            .Single(type => type.Name == name && type.DeclaringType is null);

    private static Type Outermost(Type type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}

internal sealed class Guarded
{
    public byte[] Hash { get; } = [];
    public string Key { get; } = "";
}

/// <summary>All the ways in which one ought not to do it.</summary>
internal static class LooseOnes
{
    internal static class ByOperator
    {
        public static bool Is(Guarded guarded, string key) => guarded.Key == key;
    }

    internal static class BySequence
    {
        public static bool Is(Guarded guarded, byte[] hash) =>
            guarded.Hash.AsSpan().SequenceEqual(hash);
    }

    internal static class ByHelper
    {
        public static bool Is(Guarded guarded, string key) => Same(guarded.Key, key);

        private static bool Same(string one, string other) =>
            string.Equals(one, other, StringComparison.Ordinal);
    }

    internal static class ByLambda
    {
        public static bool Is(IEnumerable<Guarded> all, byte[] hash) =>
            all.Any(guarded => guarded.Hash.SequenceEqual(hash));
    }
}

internal static class StrictOne
{
    public static bool Is(Guarded guarded, byte[] hash) =>
        CryptographicOperations.FixedTimeEquals(guarded.Hash, hash);

    public static IQueryable<Guarded> Find(IQueryable<Guarded> all, string key) =>
        all.Where(guarded => guarded.Key == key);
}
