using Banyan.Kernel.Ui;
using Banyan.Partnering.Checks.Domain;

namespace Banyan.Partnering.Checks;

internal static class FindingWords
{
    /// <summary>What was looked at.</summary>
    public static string Of(CheckKind kind) =>
        kind switch
        {
            CheckKind.Site => Texts.KindSite,
            CheckKind.CodeOfConduct => Texts.KindCodeOfConduct,
            CheckKind.Trademark => Texts.KindTrademark,
            CheckKind.TopicShare => Texts.KindTopicShare,
        };

    public static IconName IconOf(Check check) =>
        (check.Kind, check.Result) switch
        {
            (_, null) => IconName.Clock,
            (CheckKind.Trademark, { } mark) => OfMark(mark),
            (_, { } result) => Of(result),
        };

    /// <summary>Whether somebody has to mend something.</summary>
    public static bool IsOpen(Check check) =>
        check.Kind != CheckKind.Trademark
        && check.Result is (CheckResult.NotFound or CheckResult.Partly);

    // A name with a mark blames nobody, and a name without one lacks nothing.
    private static IconName OfMark(CheckResult result) =>
        result switch
        {
            CheckResult.NotFound => IconName.Check,
            CheckResult.Found or CheckResult.Partly or CheckResult.CouldNotLook => IconName.Info,
        };

    private static IconName Of(CheckResult result) =>
        result switch
        {
            CheckResult.Found => IconName.Check,
            CheckResult.Partly or CheckResult.NotFound => IconName.Warning,
            CheckResult.CouldNotLook => IconName.Info,
        };
}
