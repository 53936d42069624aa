namespace Banyan.Security.Tests.SignIn;

/// <summary>The test of Mann and Whitney: how probable it is that two samples of one source look as different as these.</summary>
internal static class RankSum
{
    public static double Probability(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var all = one.Select(value => (value, Mine: true))
            .Concat(other.Select(value => (value, Mine: false)))
            .OrderBy(pair => pair.value)
            .ToList();
        double ranks = 0;
        for (var from = 0; from < all.Count; )
        {
            var to = from;
            while (to < all.Count && all[to].value.Equals(all[from].value))
                to++;
            // Equal values share their ranks.
            ranks += all[from..to].Count(pair => pair.Mine) * ((from + to + 1) / 2.0);
            from = to;
        }
        double n = one.Count;
        double m = other.Count;
        var u = ranks - n * (n + 1) / 2;
        var z = Math.Abs(u - n * m / 2) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return Math.Min(1, 2 * Tail(z));
    }

    /// <summary>The area of the normal curve above z (Abramowitz and Stegun, 26.2.17; right to seven places).</summary>
    private static double Tail(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        var sum =
            t
            * (
                0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))
            );
        return sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
