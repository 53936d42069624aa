using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Banyan.Kernel.Access;
using Banyan.Testing;

namespace Banyan.Security.Tests.Matrix;

/// <summary>Walks one persona to every door, and keeps what was said.</summary>
internal sealed partial class Walk(MatrixWorld world, Persona persona) : IDisposable
{
    // Good in as many forms as possible: a denial must not be saved by a field that was left out.
    public static readonly (string, string)[] Fields =
    [
        ("Name", "Somebody"),
        ("Email", "somebody@example.org"),
        ("Voting", "true"),
        ("Words", "Some words."),
        ("words", "Some words."),
        ("message", "Some words."),
        ("Reason", "A reason."),
        ("reason", "A reason."),
        ("vote", "For"),
        ("conflict", "None"),
        ("outcome", "approved"),
        ("advice", "Advice."),
        ("answerBy.Day", "1"),
        ("answerBy.Month", "4"),
        ("answerBy.Year", "2027"),
        ("title", "Another title"),
        ("for-staff", "Another answer"),
        ("clause.honest", "true"),
        ($"verdict-{WorldProgram.Criterion}", "Met"),
        // Names of what stands in addresses: nothing in a form may point elsewhere.
        ("reference", "NOR-27-NONE0"),
        ("organisation", "nowhere"),
        ("team", "nowhere"),
        ("program", "nowhere"),
        ("section", "nowhere"),
        ("person", "nobody"),
        ("id", "nothing"),
    ];

    private readonly Visitor visitor = world.Host.NewVisitor();

    public List<string> Wrong { get; } = [];

    /// <summary>Every canary that this persona was shown.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>How the answers 404 looked, byte for byte, by method.</summary>
    public HashSet<(string Method, string Bytes)> NotFounds { get; } = [];

    public IReadOnlyList<Cell> Cells(IEnumerable<Door> doors) =>
        [
            .. doors.SelectMany(door =>
                Target
                    .Of(door.Page, world, persona)
                    .Select(target => new Cell(door, target, persona))
            ),
        ];

    /// <summary>Goes to each of them and notes where the answer is another than expected.</summary>
    public async Task GoAsync(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var answer = await AskAsync(cell);
            if (answer != cell.Expected)
                Wrong.Add($"{cell}: expected {cell.Expected}, was {answer}");
        }
    }

    public async Task<Answer> AskAsync(Cell cell)
    {
        using var response = await SendAsync(cell);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (Match canary in Marked().Matches(body))
            Seen.Add(canary.Value);
        var answer = AnswerOf(response, cell);
        if (
            answer == Answer.NotFound
            && persona.IsSignedIn
            && cell.Door.Rule is not PublicAttribute
        )
            NotFounds.Add(
                (
                    cell.Door.Method,
                    $"{Headers(response)}\n{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}"
                )
            );
        return answer;
    }

    public void Dispose() => visitor.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Cell cell)
    {
        // Each request as if it were the first: signing out, for one, would end the walk.
        visitor.Cookies.Clear();
        var session = world.SessionOf(persona);
        if (session is not null)
            visitor.Cookies.Set(world.CookieName, session.Secret);
        return cell.Door.Method == "GET"
            ? await visitor.GetAsync(cell.Target.Path)
            : await visitor.PostAsync(
                cell.Target.Path,
                [.. Fields, ("_form", session?.FormToken ?? "")]
            );
    }

    private static Answer AnswerOf(HttpResponseMessage response, Cell cell) =>
        response.StatusCode switch
        {
            HttpStatusCode.OK
            or HttpStatusCode.NoContent
            or HttpStatusCode.SeeOther
            or HttpStatusCode.Conflict
            or HttpStatusCode.UnprocessableEntity => Answer.Allow,
            HttpStatusCode.Found
                when response.Headers.Location?.OriginalString
                    == $"/sign-in?next={Uri.EscapeDataString(cell.Target.Path)}" => Answer.SignIn,
            HttpStatusCode.Unauthorized => Answer.Unauthorised,
            HttpStatusCode.Forbidden => Answer.Forbidden,
            HttpStatusCode.NotFound => Answer.NotFound,
            HttpStatusCode.MethodNotAllowed => Answer.NoSuchMethod,
            _ => Answer.Strange,
        };

    private static string Headers(HttpResponseMessage response) =>
        string.Join(
            '\n',
            response
                .Headers.Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("zq-[a-z]+-[a-z]+-[a-z]+-qz", RegexOptions.NonBacktracking)]
    private static partial Regex Marked();
}
