namespace Banyan.Testing.Walks;

/// <summary>Somebody who uses the site as a person does: a browser with or without JavaScript, or plain HTTP. One walk is written once and goes on all of them.</summary>
public interface IWalker : IAsyncDisposable
{
    Task VisitAsync(string path);

    /// <param name="field">The name or the label of a field.</param>
    Task FillAsync(string field, string value);

    /// <param name="field">The name of radio buttons or boxes.</param>
    /// <param name="option">The value that is sent.</param>
    Task ChooseAsync(string field, string option);

    Task PressAsync(string button);

    Task FollowAsync(string link);

    /// <summary>Path and query of the page that is open.</summary>
    string Path { get; }

    Task<string> TextAsync();

    /// <summary>Keeps a picture of the page, where the walker can see.</summary>
    Task LookAsync(string name);
}

/// <summary>Opens walkers for the people of a walk, each with cookies of their own.</summary>
public delegate Task<IWalker> NewWalker(string who);
