using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files;

/// <summary>What must fit together within one question.</summary>
internal static class QuestionRules
{
    public static void Check(Question question, FileMap node, Problems problems)
    {
        void Say(string key, string text) => problems.Add(node.Find(key) ?? node, text);

        var chooses = question.Type is QuestionType.Choice or QuestionType.Choices;
        if (chooses && question.Options.Count < 2)
            Say("options", Texts.ChoiceNeedsOptions);
        if (!chooses && question.Options.Count > 0)
            Say("options", Texts.OptionsOnlyForChoice);
        if (question.MaxLength is not null && !IsText(question.Type))
            Say("maxLength", Texts.LengthOnlyForTexts);
        if (
            (question.Min ?? question.Max) is not null
            && question.Type
                is not (QuestionType.Number or QuestionType.Percent or QuestionType.Choices)
        )
            Say(question.Min is null ? "max" : "min", Texts.BoundsOnlyForNumbers);
        if (question.Type == QuestionType.Choices)
            foreach (var (key, bound) in new[] { ("min", question.Min), ("max", question.Max) })
                if (bound < 1 || bound > question.Options.Count)
                    Say(key, Words.Fill(Texts.BoundsOfChoices, question.Options.Count));
        if (question.Approximate && question.Type != QuestionType.Date)
            Say("approximate", Texts.ApproximateOnlyForDates);
        if (question.Min > question.Max)
            Say("min", Texts.MinAboveMax);
        if (!Fits(question.Means, question.Type))
            Say("means", Texts.MeaningNeedsType);
        if (question.Means != Meaning.Kind && question.Options.Any(option => option.Undated))
            Say("options", Texts.UndatedOnlyForKind);
    }

    private static bool IsText(QuestionType type) =>
        type
            is QuestionType.ShortText
                or QuestionType.LongText
                or QuestionType.Email
                or QuestionType.WebAddress
                or QuestionType.Place;

    /// <summary>The code that relies on a meaning reads the answer as this type.</summary>
    private static bool Fits(Meaning meaning, QuestionType type) =>
        meaning switch
        {
            Meaning.None => true,
            Meaning.FirstName or Meaning.LastName or Meaning.Title => type
                == QuestionType.ShortText,
            Meaning.Email => type == QuestionType.Email,
            Meaning.Kind => type == QuestionType.Choice,
            Meaning.Description => type is QuestionType.LongText or QuestionType.ShortText,
            Meaning.Date => type == QuestionType.Date,
            Meaning.Website or Meaning.CodeOfConduct => type == QuestionType.WebAddress,
            Meaning.Place => type == QuestionType.Place,
            Meaning.Attendees => type == QuestionType.Number,
            Meaning.TopicShare => type == QuestionType.Percent,
            Meaning.FirstTime => type == QuestionType.YesNo,
        };
}
