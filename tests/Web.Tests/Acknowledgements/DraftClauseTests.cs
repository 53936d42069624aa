using Banyan.Testing;
using Banyan.Testing.BadInput;
using Banyan.Web.Tests.BadInput;

namespace Banyan.Web.Tests.Acknowledgements;

/// <summary>What an applicant accepts is the text that stood beside the box.</summary>
public sealed class DraftClauseTests
{
    [Theory]
    [EachDatabase]
    public async Task A_box_without_the_present_text_beside_it_accepts_nothing(
        DatabaseKind database
    )
    {
        await using var host = await Applicant.HostAsync(database);
        using var nusrat = await Applicant.ProvenAsync(host, World.Nusrat.Address);
        (await nusrat.PostAsync("clauses", "clause.trademarks=true")).Status.ShouldBe(422);
        (
            await nusrat.PostAsync("clauses", "clause.trademarks=true&text.trademarks=another")
        ).Status.ShouldBe(422);
        (await nusrat.ReadAsync(a => a.Acceptances.Count)).ShouldBe(0);

        await nusrat.Visitor.Visit($"{nusrat.Path}/clauses");
        nusrat.Visitor.ChooseByName("clause.trademarks", "true");
        await nusrat.Visitor.Press("Save");
        var accepted = await nusrat.ReadAsync(a => a.Acceptances.Single());
        (accepted.Clause, accepted.Language).ShouldBe(("trademarks", "en"));
    }
}
