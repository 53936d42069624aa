using Banyan.Kernel.Domain;

namespace Banyan.Partnering.Queues.Domain;

internal static class QueueRefusals
{
    public static Refusal DeputyOfNobody =>
        new("queue-deputy-of-nobody", Texts.RefusalDeputyOfNobody, "owner");
    public static Refusal SamePerson => new("queue-same-person", Texts.RefusalSame, "deputy");
    public static Refusal NothingToHandOver =>
        new("hand-over-nothing", Texts.RefusalNothing, "from");
    public static Refusal NotOfStaff => new("queue-not-of-staff", Texts.RefusalNotOfStaff, "owner");
}
