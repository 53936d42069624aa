namespace Banyan.Kernel.Ui;

/// <summary>What a status asks of people. Always shown as icon, word and shape, so that it is read without colour.</summary>
public enum Tone
{
    /// <summary>Somebody works on it.</summary>
    Open,

    /// <summary>It waits for an answer or a date.</summary>
    Wait,

    /// <summary>It went well.</summary>
    Ok,

    /// <summary>It needs attention, or was refused.</summary>
    Stop,

    /// <summary>It is finished, or has not begun: nothing to do.</summary>
    Plain,
}

internal static class Tones
{
    public static string CssClass(this Tone tone) =>
        tone switch
        {
            Tone.Open => "tone-open",
            Tone.Wait => "tone-wait",
            Tone.Ok => "tone-ok",
            Tone.Stop => "tone-stop",
            Tone.Plain => "tone-plain",
        };

    public static IconName Icon(this Tone tone) =>
        tone switch
        {
            Tone.Open => IconName.Open,
            Tone.Wait => IconName.Clock,
            Tone.Ok => IconName.Check,
            Tone.Stop => IconName.Warning,
            Tone.Plain => IconName.Dash,
        };
}
