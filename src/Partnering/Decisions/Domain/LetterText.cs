using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Banyan.Partnering.Decisions.Domain;

/// <summary>Who gets the letter.</summary>
internal sealed record Addressee(string Email, string Name);

/// <summary>A letter as it would leave now.</summary>
/// <param name="NotBefore">It does not leave sooner.</param>
/// <param name="Open">Placeholders that nothing fills; such a letter is not released.</param>
internal sealed record LetterText(
    string Language,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    string? Next,
    string ButtonText,
    string ButtonHref,
    LocalDate? Begins,
    LocalDate? Until,
    IReadOnlyList<Addressee> Recipients,
    IReadOnlyList<string> Open,
    Instant? NotBefore = null
)
{
    /// <summary>Names this very text with its addresses and days, so that what is released is what was read.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\0',
                        [
                            Language,
                            Subject,
                            .. Paragraphs,
                            Next ?? "",
                            ButtonText,
                            ButtonHref,
                            $"{Begins:uuuu-MM-dd}/{Until:uuuu-MM-dd}/{NotBefore:g}",
                            .. Recipients.Select(person => $"{person.Name} <{person.Email}>"),
                        ]
                    )
                )
            )
        )[..32];
}
