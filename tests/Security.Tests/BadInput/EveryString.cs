using Banyan.Testing;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.BadInput;

/// <summary>What people and programs send: the strings of the list, and those that are put together from what is dangerous at its place.</summary>
internal static class EveryString
{
    private static readonly string[] Sharp =
    [
        "%27",
        "%22",
        "%60",
        "%3C",
        "%3E",
        "%26",
        "%5C",
        "%2F",
        "%00",
        "%09",
        "%0A",
        "%0D",
        "%0D%0AX-Injected%3A%201",
        "%0D%0A%0D%0A%3Cscript%3E",
        "%E2%80%A8",
        "%E2%80%AE",
        "%EF%BB%BF",
        "%7B%7B7*7%7D%7D",
        "%24%7B7*7%7D",
        "%23%7B7*7%7D",
        "%3C%25%3D7*7%25%3E",
        "%40%28%29",
        "..%2F",
        "..%5C",
        "%7C",
        "%3B",
        "%24%28id%29",
        "%27%20or%201%3D1--",
        "%25s%25n",
        "-",
        "%2B",
        "%3D",
        "%40",
        "%F0%9F%92%A9",
        "%C2%A0",
        "%5B",
        "%5D",
        "%7B",
        "%7D",
        "%2C",
    ];

    private static readonly Func<string, string>[] Places =
    [
        sharp => sharp,
        sharp => "a" + sharp,
        sharp => sharp + "a",
        sharp => "a" + sharp + "b",
        sharp => sharp + sharp,
        sharp => string.Concat(Enumerable.Repeat(sharp, 300)),
        sharp => "1" + sharp + "1",
        sharp => "%20" + sharp + "%20",
        sharp => "nusrat" + sharp + "%40example.org",
        sharp => "https%3A%2F%2Fexample.org%2F" + sharp,
        sharp => "2027-01-" + sharp,
        sharp => "%22" + sharp + "%22%3A1",
    ];

    public static readonly IReadOnlyList<Nasty> All =
    [
        .. NastyStrings.On(DatabaseKind.Sqlite),
        .. from sharp in Sharp from place in Places select new Nasty(place(sharp)),
    ];

    /// <summary>So many of them for one place, others for the next: all of them where so many are asked for.</summary>
    public static IEnumerable<Nasty> Some(int many, int place) =>
        Enumerable
            .Range(0, Math.Min(many, All.Count))
            .Select(number => All[(int)(((long)place * 131 + (long)number * 97) % All.Count)]);
}
