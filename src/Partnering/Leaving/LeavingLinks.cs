namespace Banyan.Partnering.Leaving;

/// <summary>Where a partnership is looked at, paused and left.</summary>
internal static class LeavingLinks
{
    public static string Review(string code) => $"/partners/{code}/review";

    public static string TellChange(string code) => $"/partners/{code}/tell-change";

    public static string Suspend(string code) => $"/partners/{code}/suspend";

    public static string SuspendAtOnce(string code) => $"/partners/{code}/suspend-at-once";

    public static string Reinstate(string code) => $"/partners/{code}/reinstate";

    public static string Revoke(string code) => $"/partners/{code}/revoke";

    public static string Confirm(string code) => $"/partners/{code}/confirm";

    public static string Drop(string code) => $"/partners/{code}/drop";

    public static string Answer(string code) => $"/partners/{code}/answer";

    public static string StepBack(string code) => $"/partners/{code}/step-back";

    public static string TakeUpAgain(string code) => $"/partners/{code}/take-up-again";

    public static string Appeal(string code) => $"/partners/{code}/appeal";

    public static string AnswerAppeal(string code) => $"/partners/{code}/answer-appeal";

    public static string Consequences(string code) => $"/partners/{code}/consequences";
}
