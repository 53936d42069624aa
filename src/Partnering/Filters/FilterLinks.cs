using Banyan.Partnering.Review;

namespace Banyan.Partnering.Filters;

internal static class FilterLinks
{
    public static string Keep(QueueFilter filter) => $"/cases/filters/keep?{filter}";

    public static string Drop(Guid filter) => $"/cases/filters/{filter:n}/drop";
}
