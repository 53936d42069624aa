namespace Banyan.Partnering.Programs.Domain;

/// <summary>The yes/no questions in front of the form, one after the other, with an answer at once.</summary>
internal static class EligibilityQuiz
{
    /// <summary>Walks the questions in the program's order; answers to questions that the program does not ask are left aside.</summary>
    public static QuizStep After(
        ProgramDefinition program,
        IReadOnlyDictionary<string, bool> answers
    )
    {
        for (var index = 0; index < program.Eligibility.Count; index++)
        {
            var question = program.Eligibility[index];
            if (!answers.TryGetValue(question.Key, out var answer))
                return new QuizStep.Ask(question, index + 1, program.Eligibility.Count);
            if (answer != question.Qualifies)
                return new QuizStep.DoesNotQualify(question);
        }
        return new QuizStep.Qualifies();
    }
}

internal abstract record QuizStep
{
    private QuizStep() { }

    /// <param name="Number">Counted from 1.</param>
    internal sealed record Ask(EligibilityQuestion Question, int Number, int Of) : QuizStep;

    internal sealed record Qualifies : QuizStep;

    /// <summary>Shows the way forward of the first question whose answer does not qualify.</summary>
    internal sealed record DoesNotQualify(EligibilityQuestion Question) : QuizStep;
}
