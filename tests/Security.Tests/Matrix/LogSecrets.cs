using System.Text.RegularExpressions;
using Banyan.Membership.People.Data;
using Banyan.Partnering.Applications.Data;
using Banyan.Partnering.Programs.Data;
using Banyan.Testing;
using Microsoft.EntityFrameworkCore;

namespace Banyan.Security.Tests.Matrix;

/// <summary>What a log must not hold: keys and codes, the words of people, and their addresses.</summary>
internal static partial class LogSecrets
{
    /// <returns>Each that was found, with the line.</returns>
    public static async Task<IReadOnlyList<string>> InAsync(
        MatrixWorld world,
        IReadOnlyList<LogLine> lines
    )
    {
        var secrets = await SecretsAsync(world);
        secrets.Count.ShouldBeGreaterThan(40);
        return
        [
            .. from line in lines
            let text = $"{line.Text} {line.Problem}"
            from found in Words()
                .Matches(text)
                .Select(match => match.Value)
                .Concat(secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)))
            select $"{found} in: {line.Text}",
        ];
    }

    private static async Task<List<string>> SecretsAsync(MatrixWorld world)
    {
        var ct = TestContext.Current.CancellationToken;
        var sessions = Persona
            .All.Select(world.SessionOf)
            .OfType<OpenSession>()
            .SelectMany(session => (string[])[session.Secret, session.FormToken]);
        return await world.Host.DbAsync(async db =>
            (List<string>)
                [
                    .. sessions,
                    .. await db.People.Select(person => person.UnsubscribeKey).ToListAsync(ct),
                    .. await db
                        .Applications.SelectMany(application => application.Applicants)
                        .Select(applicant => applicant.ReplyKey)
                        .ToListAsync(ct),
                ]
        );
    }

    // Canaries of the world, and addresses of mail.
    [GeneratedRegex(
        "zq-[a-z]+-[a-z]+-[a-z]+-qz|[A-Za-z0-9.+-]+@[a-z0-9-]+\\.[a-z.]+",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();
}
