using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Banyan.Kernel.Web;

/// <summary>Reads each posted form once, before any page asks for it: one that is too large or cannot be read is the sender's matter and answered as such.</summary>
public sealed class ReadableForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await StatusAgainstAsync(context.Request, context.RequestAborted) is { } status)
            context.Response.StatusCode = status;
        else
            await next(context);
    }

    private static async Task<int?> StatusAgainstAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        if (!StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
            return StatusCodes.Status415UnsupportedMediaType;
        try
        {
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
        // The multipart reader says so of a body that stops too early.
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
