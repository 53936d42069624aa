using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Banyan.Kernel.Web;

/// <summary>
/// Reads each posted form once, before any page asks for it: one that is too large or cannot be read is the sender's matter and answered as such.
/// What may carry files is read behind the gate, where it is known who sends it and how large it may be.
/// </summary>
/// <param name="uploads">The turn of forms that may carry files; otherwise of all others.</param>
public sealed class ReadableForms(RequestDelegate next, bool uploads)
{
    private const string Multipart = "multipart/";
    private const string Encoded = "application/x-www-form-urlencoded";

    public async Task InvokeAsync(HttpContext context)
    {
        if (
            IsUpload(context.Request) == uploads
            && await StatusAgainstAsync(context.Request, context.RequestAborted) is { } status
        )
            context.Response.StatusCode = status;
        else
            await next(context);
    }

    private static bool IsUpload(HttpRequest request) =>
        request.ContentType?.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<int?> StatusAgainstAsync(HttpRequest request, CancellationToken ct)
    {
        // A page about a problem is drawn after the form was taken off it.
        if (request.ContentType is not { } type || !request.HasFormContentType)
            return null;
        if (!StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
            return StatusCodes.Status415UnsupportedMediaType;
        try
        {
            if (type.StartsWith(Encoded, StringComparison.OrdinalIgnoreCase))
            {
                // Our pages are UTF-8, and so is what they send; another charset is somebody's trick.
                request.ContentType = Encoded;
                await WithoutNulAsync(request, ct);
            }
            await request.ReadFormAsync(ct);
            return null;
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode;
        }
        // Too many fields, names too long, parts without an end.
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        // A part in a charset that nobody should use any more.
        catch (NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
        // The multipart reader says so of a body that stops too early.
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    // The framework throws a whole form away for one NUL in it; everything else that people typed is worth more.
    private static async Task WithoutNulAsync(HttpRequest request, CancellationToken ct)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        var bytes = body.ToArray();
        var kept = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith("%00"u8))
                at += 2;
            else
                bytes[kept++] = bytes[at];
        }
        request.Body = new MemoryStream(bytes, 0, kept, writable: false);
    }
}
