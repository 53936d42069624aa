using System.Net;
using Banyan.Faults.Tests.Grounds;
using Banyan.Testing;

namespace Banyan.Faults.Tests.Contending;

/// <summary>One person with two tabs, each at a node of its own, in which the same button is pressed at one moment. On one node both are there.</summary>
internal sealed class TwoTabs : IDisposable
{
    private readonly Visitor[] tabs;

    public TwoTabs(IEnumerable<Uri> nodes, Browser browser)
    {
        tabs = [.. nodes.Select(node => new Visitor(node))];
        foreach (var tab in tabs)
        foreach (var cookie in browser.Cookie.Split("; "))
            tab.Cookies.Set(cookie.Split('=', 2)[0], cookie.Split('=', 2)[1]);
    }

    public Visitor First => tabs[0];

    public int Claims { get; private set; }
    public int Errors { get; private set; }

    /// <summary>Opens the page in both, fills it in, and presses both.</summary>
    /// <returns>How many were told that it is done.</returns>
    public async Task<int> PressAsync(string path, string button, Action<Visitor>? fill = null)
    {
        foreach (var tab in tabs)
        {
            await tab.Visit(path);
            tab.Status.ShouldBe(HttpStatusCode.OK, path);
            fill?.Invoke(tab);
        }
        await Task.WhenAll(tabs.Select(tab => tab.Press(button)));
        Claims += tabs.Length;
        Errors += tabs.Count(tab => (int)tab.Status >= 500);
        // A refused form comes back at its own address.
        return tabs.Count(tab => tab.Status == HttpStatusCode.OK && tab.Path != path);
    }

    public void Dispose()
    {
        foreach (var tab in tabs)
            tab.Dispose();
    }
}
