using System.Globalization;
using Banyan.Kernel.Domain;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Banyan.Rules.Tests.Kernel;

/// <summary>What we read and write out again reads as the same, for whatever people type.</summary>
public sealed class ReadBackProperties
{
    private static readonly Gen<string> Names = Gen.Elements(
            "a",
            "b",
            "q",
            "Z",
            "7",
            "-",
            "_",
            "é",
            "ß",
            "ı",
            "০",
            "क",
            "ｗ",
            "😀",
            "'",
            " "
        )
        .ListOf()
        .Select(string.Concat);

    private static readonly Gen<string> Hosts = Gen.Elements(
        "example.org",
        "EXAMPLE.org",
        "sub.example.org",
        "bücher.example",
        "xn--bcher-kva.example",
        "example.org.",
        "example"
    );

    private static readonly Gen<LocalDate> Dates = Gen.Choose(
            0,
            Period
                .Between(
                    new LocalDate(TypedDate.FirstYear, 1, 1),
                    new LocalDate(TypedDate.LastYear, 12, 31),
                    PeriodUnits.Days
                )
                .Days
        )
        .Select(days => new LocalDate(TypedDate.FirstYear, 1, 1).PlusDays(days));

    [Fact]
    public void A_read_mail_address_reads_back_as_itself() =>
        Prop.ForAll(
                Arb.From(Names.SelectMany(local => Hosts.Select(host => $"{local}@{host}"))),
                typed =>
                {
                    if (!EmailAddress.TryParse(typed, out var address, out _))
                        return true;
                    return ReadsAs(address.ToString(), address)
                        && ReadsAs(address.Envelope, address)
                        && address.Envelope.All(char.IsAscii);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_read_web_address_reads_back_as_itself() =>
        Prop.ForAll(
                Arb.From(Hosts.SelectMany(host => Names.Select(path => $"https://{host}/{path}"))),
                typed =>
                    !WebAddress.TryRead(typed, out var address, out _)
                    || (
                        WebAddress.TryRead(address.Canonical, out var again, out _)
                        && again.Equals(address)
                        && again.Canonical == address.Canonical
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_date_is_read_from_its_numbers_and_from_its_words() =>
        Prop.ForAll(
                Arb.From(Dates),
                date =>
                    Reads(Number(date.Day), Number(date.Month), Number(date.Year), date)
                    && Reads(
                        date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                        null,
                        null,
                        date
                    )
                    && Reads(
                        date.ToString("d MMMM uuuu", CultureInfo.GetCultureInfo("en-GB")),
                        null,
                        null,
                        date
                    )
            )
            .QuickCheckThrowOnFailure();

    private static bool ReadsAs(string text, EmailAddress address) =>
        EmailAddress.TryParse(text, out var again, out _)
        && again.Equals(address)
        && again.Envelope == address.Envelope;

    private static bool Reads(string? day, string? month, string? year, LocalDate expected) =>
        TypedDate.TryRead(day, month, year, out var date, out _) && date == expected;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
