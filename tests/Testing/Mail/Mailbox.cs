using System.Text;
using System.Text.RegularExpressions;

namespace Banyan.Testing;

/// <summary>A folder of mails, one file each, oldest first: our files are named by ids that sort by age, a Maildir's by arrival.</summary>
public sealed partial class Mailbox(string folder)
{
    public IReadOnlyList<Letter> All =>
        Directory.Exists(folder)
            ?
            [
                .. new DirectoryInfo(folder)
                    .GetFiles()
                    // A Maildir's names do not sort within a second.
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .ThenBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => MimeReader.Read(File.ReadAllText(file.FullName))),
            ]
            : [];

    public IReadOnlyList<Letter> To(string address) =>
        [
            .. All.Where(letter =>
                string.Equals(letter.To, address, StringComparison.OrdinalIgnoreCase)
            ),
        ];

    /// <summary>Every mail as the bytes that arrived, one letter a byte.</summary>
    public IReadOnlyList<string> Sources =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder)
                    .Select(file => File.ReadAllText(file, Encoding.Latin1)),
            ]
            : [];

    /// <summary>The newest mail to this address.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Letter Last(string address) =>
        To(address) is [.., var newest]
            ? newest
            : throw new InvalidOperationException(
                $"No mail to {address}; there is mail to: {string.Join(", ", All.Select(letter => letter.To).Distinct())}"
            );

    /// <summary>The six digits of the newest mail to this address that holds some.</summary>
    /// <exception cref="InvalidOperationException">No mail to it holds any.</exception>
    public string CodeFor(string address) =>
        To(address)
            .Select(letter => SixDigits().Match($"{letter.Text}"))
            .LastOrDefault(match => match.Success)
            ?.Groups["code"]
            .Value
        ?? throw new InvalidOperationException(
            $"No code was sent to {address}; mails to it: {string.Join(" | ", To(address).Select(letter => letter.Subject))}"
        );

    [GeneratedRegex(
        "(^|[^0-9])(?<code>[0-9]{6})([^0-9]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SixDigits();
}
