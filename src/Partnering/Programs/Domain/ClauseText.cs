using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Banyan.Partnering.Programs.Domain;

/// <summary>Names exactly one wording of a clause, so that an acceptance says which text was accepted.</summary>
internal static class ClauseText
{
    /// <summary>
    /// Lower-case hex SHA-256 over the key and the summary and text in every language, each with its length in front,
    /// languages in the order of their lower-case tags: moving a word from one text into another gives another hash.
    /// </summary>
    public static string Hash(Clause clause)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, clause.Key);
        foreach (var (part, text) in new[] { ("summary", clause.Summary), ("text", clause.Text) })
        {
            foreach (
                var (language, words) in text
                    .ByLanguage.Select(pair => (pair.Key.ToLowerInvariant(), pair.Value))
                    .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
            )
            {
                Append(hash, part);
                Append(hash, language);
                Append(hash, words);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
