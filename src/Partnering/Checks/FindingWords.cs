using Banyan.Kernel.Ui;
using Banyan.Partnering.Checks.Domain;

namespace Banyan.Partnering.Checks;

internal static class FindingWords
{
    public static IconName IconOf(Check check) =>
        check.Result is { } result ? Of(result) : IconName.Clock;

    private static IconName Of(CheckResult result) =>
        result switch
        {
            CheckResult.Found => IconName.Check,
            CheckResult.Partly or CheckResult.NotFound => IconName.Warning,
            CheckResult.CouldNotLook => IconName.Info,
        };
}
