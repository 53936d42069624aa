using Banyan.Kernel.Domain;
using Banyan.Partnering;
using Banyan.Partnering.Review;

namespace Banyan.Rules.Tests.Review;

public sealed class HistoryTests
{
    [Fact]
    public void Every_event_of_partnering_has_a_sentence() =>
        typeof(PartneringModule)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
            .Select(DomainEvent.ActionOf)
            .Where(action => HistorySentences.Of(action) is null)
            .ShouldBe([]);

    [Fact]
    public void An_event_that_nobody_wrote_a_sentence_for_is_noticed() =>
        HistorySentences.Of("nothing.happened").ShouldBeNull();
}
