namespace Banyan.Testing.Walks;

/// <summary>A walker over plain HTTP.</summary>
public sealed class HttpWalker(Visitor visitor) : IWalker
{
    public string Path => visitor.Path;

    public Task VisitAsync(string path) => visitor.Visit(path);

    public Task FillAsync(string field, string value) => Done(visitor.Fill(field, value));

    public Task ChooseAsync(string field, string option) =>
        Done(visitor.ChooseByName(field, option));

    public Task PressAsync(string button) => visitor.Press(button);

    public Task FollowAsync(string link) => visitor.Follow(link);

    public Task<string> TextAsync() => Task.FromResult(visitor.Text);

    public Task LookAsync(string name) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task Done(Visitor _) => Task.CompletedTask;
}
