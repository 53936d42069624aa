using Banyan.Security.Tests.Headers;
using Banyan.Testing.BadInput;

namespace Banyan.Security.Tests.BadInput;

/// <summary>Keeps what was answered wrongly, so that one run tells all of it.</summary>
internal sealed class Judged
{
    private readonly SortedDictionary<int, int> statuses = [];

    public List<string> Wrong { get; } = [];
    public int Answers { get; private set; }
    public string Statuses =>
        string.Join(", ", statuses.Select(known => $"{known.Key}: {known.Value}"));

    /// <summary>Never a 5xx; within the frame of a page; nowhere else; and no header of the sender's.</summary>
    public void Look(Answer answer, string about)
    {
        Answers++;
        statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
        about = about.Length > 400 ? about[..400] : about;
        try
        {
            answer.ShouldHelp(about);
        }
        catch (ShouldAssertException problem)
        {
            Wrong.Add($"{answer.Status} {about}: {problem.Message}");
        }
        if (answer.Location is { } location && !Observatory.IsOurs(location))
            Wrong.Add($"{about} leads to {location}");
        if (answer.Headers.Any(header => header.Key.Contains("Injected", StringComparison.Ordinal)))
            Wrong.Add($"{about} wrote a header");
    }
}
