using System.Security.Cryptography;
using System.Text;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Kernel.Web;

/// <summary>A posted form under its own key: what it says, and what it was answered when it came before.</summary>
internal sealed class SentOnce
{
    private readonly HttpContext context;
    private readonly byte[] content;

    private SentOnce(HttpContext context, string key)
    {
        this.context = context;
        Key = key;
        content = ContentOf(context.Request);
    }

    public string Key { get; }

    /// <summary>Null when the form carries no key, or a strange one.</summary>
    public static SentOnce? Of(HttpContext context) =>
        context.Request.HasFormContentType
        && context.Request.Form[CommitPage.OnceField].ToString() is { Length: > 0 and <= 64 } key
        && key.All(char.IsAsciiLetterOrDigit)
            ? new SentOnce(context, key)
            : null;

    /// <summary>The row that a commit keeps as this form's answer.</summary>
    public Once Answered(string location, Instant at) =>
        new()
        {
            Key = Key,
            Location = location,
            Content = content,
            Began = context.RequestServices.GetService<ViewerHolder>()?.Begins,
            At = at,
        };

    public Task<Once?> FindAsync(CancellationToken ct) =>
        context
            .RequestServices.GetRequiredService<BanyanDb>()
            .Once.AsNoTracking()
            .SingleOrDefaultAsync(seen => seen.Key == Key, ct);

    /// <summary>False where something else stands under the key: the form was answered, changed by way of the browser's Back, and sent again.</summary>
    public bool IsOf(Once seen) => CryptographicOperations.FixedTimeEquals(seen.Content, content);

    /// <summary>The first answer once more, with its session.</summary>
    public async Task<SeeOther> AgainAsync(Once seen, CancellationToken ct)
    {
        if (seen.Began is { } session)
            foreach (
                var module in context.RequestServices.GetRequiredService<IReadOnlyList<Module>>()
            )
                await module.ReturnSessionAsync(context, session, ct);
        return new SeeOther(seen.Location);
    }

    // The session stands in it by its token, which is one of the fields.
    private static byte[] ContentOf(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method);
        Add(hash, $"{request.PathBase}{request.Path}{request.QueryString}");
        foreach (
            var field in request
                .Form.Where(field => field.Key != CommitPage.OnceField)
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
        {
            Add(hash, field.Key);
            hash.AppendData(BitConverter.GetBytes(field.Value.Count));
            foreach (var value in field.Value)
                Add(hash, value ?? "");
        }
        foreach (var file in request.Form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            using var bytes = file.OpenReadStream();
            hash.AppendData(SHA256.HashData(bytes));
        }
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
