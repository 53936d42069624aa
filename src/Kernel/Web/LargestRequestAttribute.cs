using Microsoft.AspNetCore.Http.Metadata;

namespace Banyan.Kernel.Web;

/// <summary>Bytes that a form of this page may have. Routing applies it; the framework's own attribute would try once more after the form was read, and warn in the log at each.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargestRequestAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}
