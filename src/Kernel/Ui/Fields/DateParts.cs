using System.Globalization;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>A date as a person typed it, kept as typed until it is understood, so that a slip is shown again and not lost.</summary>
public sealed record DateParts(string? Day, string? Month, string? Year)
{
    public static readonly DateParts Empty = new(null, null, null);

    public static DateParts Of(LocalDate date) =>
        new(
            date.Day.ToString(CultureInfo.InvariantCulture),
            date.Month.ToString(CultureInfo.InvariantCulture),
            date.Year.ToString("0000", CultureInfo.InvariantCulture)
        );

    /// <summary>From one text, the parts with bars between: how an answer is kept.</summary>
    public static DateParts From(string? kept)
    {
        var parts = (kept ?? "").Split('|');
        return new DateParts(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    /// <summary>As a date field with this name sends it.</summary>
    public static DateParts Sent(IFormCollection form, string name) =>
        new(
            Typed.Clean(form[$"{name}.Day"]),
            Typed.Clean(form[$"{name}.Month"]),
            Typed.Clean(form[$"{name}.Year"])
        );

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Day)
        && string.IsNullOrWhiteSpace(Month)
        && string.IsNullOrWhiteSpace(Year);

    /// <summary>The parts with bars between, or nothing.</summary>
    public string Kept => IsEmpty ? "" : $"{Part(Day)}|{Part(Month)}|{Part(Year)}";

    // Bars part the three; a bar that was typed within one parts days from months as a stroke does.
    private static string? Part(string? typed) => typed?.Trim().Replace('|', '/');

    /// <summary>A date that one may leave out: neither where nothing was typed, otherwise the day or a sentence about what is wrong.</summary>
    public (LocalDate? Day, string? Problem) ReadOptional() =>
        IsEmpty ? (null, null)
        : TypedDate.TryRead(Day, Month, Year, out var date, out var problem) ? (date, null)
        : (null, problem.Sentence(CultureInfo.CurrentUICulture));

    /// <summary>The date, or null when it is none.</summary>
    public LocalDate? Read() =>
        TypedDate.TryRead(Day, Month, Year, out var date, out _) ? date : null;
}
