namespace Banyan;

/// <summary>A setting with which the site does not start; the message says which and what to do.</summary>
internal sealed class SettingProblem(string message) : Exception(message);
