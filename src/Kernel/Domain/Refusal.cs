namespace Banyan.Kernel.Domain;

/// <summary>An expected "no": a stable code, the sentence that people read (which rule, and what they can do), and the form field it belongs to.</summary>
public sealed record Refusal(string Code, string Sentence, string? Field = null);
