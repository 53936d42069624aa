using System.Globalization;

namespace Banyan.Testing;

/// <summary>How much is done: <c>BANYAN_SECURITY_ROUNDS</c> counts in thousandths of the whole, 1000 for all of it; without it, the sample of each test.</summary>
public static class SecurityRounds
{
    private const int Whole = 1000;

    public static int Of(int all, int sample) =>
        Environment.GetEnvironmentVariable("BANYAN_SECURITY_ROUNDS") is not { Length: > 0 } given
            ? sample
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? Math.Max(sample, (int)((long)all * part / Whole))
        : throw new InvalidOperationException(
            $"BANYAN_SECURITY_ROUNDS is a number of thousandths, not \"{given}\"."
        );
}
