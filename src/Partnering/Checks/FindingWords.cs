using Banyan.Kernel.Ui;
using Banyan.Partnering.Checks.Domain;

namespace Banyan.Partnering.Checks;

internal static class FindingWords
{
    public static IconName IconOf(Check check) =>
        check.Result switch
        {
            null => IconName.Clock,
            CheckResult.Found => IconName.Check,
            CheckResult.Partly or CheckResult.NotFound => IconName.Warning,
            CheckResult.CouldNotLook => IconName.Info,
        };
}
