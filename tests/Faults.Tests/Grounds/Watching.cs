using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Banyan.Faults.Tests.Grounds;

/// <summary>What <c>/health/ready</c> says.</summary>
internal sealed record Seen(string Status, string Database, string Disk, string Mail, string Work)
{
    public static readonly Seen Fine = new("ready", "fine", "fine", "fine", "fine");
}

/// <summary>Watches a site as a monitor does.</summary>
internal static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the process answers at all; then it says that it lives.</summary>
    public static async Task LivesAsync(this Uri site)
    {
        using var http = RunningSite.Client();
        for (var tries = 1; ; tries++)
            try
            {
                using var answer = await http.GetAsync(new Uri(site, "/health/live"));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                (await answer.Content.ReadAsStringAsync()).ShouldBe("{\"status\":\"live\"}");
                return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(50);
            }
    }

    public static async Task<(HttpStatusCode Status, Seen Seen)> HealthAsync(this Uri site)
    {
        using var http = RunningSite.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, "/health/ready"));
        // Whoever asks: a cookie that nobody can look up now changes nothing.
        request.Headers.Add("Cookie", "banyan=nobody; __Host-banyan=nobody");
        using var answer = await http.SendAsync(request);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<Seen>())!);
    }

    public static async Task BecomesAsync(this Uri site, HttpStatusCode status, Seen seen)
    {
        var watch = Stopwatch.StartNew();
        while (await site.HealthAsync() is var now && now != (status, seen))
        {
            if (watch.Elapsed > Patience)
                now.ShouldBe((status, seen));
            await Task.Delay(100);
        }
    }
}
