using System.Globalization;

namespace Banyan.Kernel.Secrets;

/// <summary>A secret cannot be sealed or opened, and the operator has to do something; the message says what.</summary>
public sealed class SecretException(string sentence) : Exception(sentence)
{
    internal static string Fill(string words, params object?[] parts) =>
        string.Format(CultureInfo.CurrentCulture, words, parts);
}
