using Banyan.Partnering.Programs.Editing;

namespace Banyan.Partnering.Queues;

internal static class QueueLinks
{
    public const string HandOver = "/cases/hand-over";

    public static string Keepers(string program) => $"{EditLinks.Show(program)}/queue";
}
