using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files;

internal static class CaseRules
{
    public static void CheckWindow(WindowRule window, FileMap node, Problems problems)
    {
        const int shortestMonth = 28;
        if (window.FirstTimeWeeksBefore < window.LatestWeeksBefore)
            problems.Add(node.Find("firstTimeWeeksBefore")!, Texts.FirstTimeLaterThanLatest);
        if (window.EarliestMonthsBefore * shortestMonth <= window.LatestWeeksBefore * 7)
            problems.Add(node.Find("earliestMonthsBefore")!, Texts.WindowNeverOpen);
    }

    public static void CheckStage(Stage stage, FileMap node, Problems problems)
    {
        if (stage.Kind == StageKind.Review && stage.Rule is null)
            problems.Add(node, Texts.ReviewNeedsRule);
    }

    public static void CheckClocks(CaseClocks clocks, FileMap node, Problems problems)
    {
        if ((clocks.FirstLookDays ?? 0) + (clocks.DecisionDays ?? 0) > 7 * clocks.WholeWeeks)
            problems.Add(node.Find("wholeWeeks")!, Texts.StepsLongerThanWhole);
        var previous = 0;
        foreach (var week in clocks.RemindAtWeeks)
        {
            if (week <= previous || week >= clocks.WaitingClosesAfterWeeks)
            {
                problems.Add(node.Find("remindAtWeeks")!, Texts.RemindersRise);
                return;
            }
            previous = week;
        }
    }
}
