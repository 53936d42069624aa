using AngleSharp.Html.Dom;
using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;

namespace Banyan.Web.Tests.Ballots;

/// <summary>A form that is open in somebody's browser; pressing its button sends it as it stood when it was opened.</summary>
internal sealed class Tab
{
    private readonly Visitor visitor;
    private readonly List<(string, string)> hidden;

    private Tab(Visitor visitor, string path, List<(string, string)> hidden) =>
        (this.visitor, Path, this.hidden) = (visitor, path, hidden);

    public string Path { get; }

    public static async Task<Tab> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Visit(path);
        visitor.Path.ShouldBe(path, visitor.Text);
        var form = visitor
            .Page.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .ShouldHaveSingleItem();
        return new Tab(
            visitor,
            path,
            [
                .. form.QuerySelectorAll("input[type=hidden]")
                    .OfType<IHtmlInputElement>()
                    .Select(field => (field.Name!, field.Value)),
            ]
        );
    }

    public async Task<Answer> PressAsync(params (string, string)[] typed)
    {
        using var body = new FormUrlEncodedContent(
            hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        return (await visitor.SendBodyAsync(HttpMethod.Post, Path, body, Sending.Form)).ShouldHelp(
            Path
        );
    }
}
