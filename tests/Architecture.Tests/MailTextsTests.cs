using System.Reflection;
using System.Text.RegularExpressions;
using Banyan.Kernel.Mail;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Banyan.Architecture.Tests;

/// <summary>A mail is written by a class of mails and by nothing else, and each of its sentences stands in an approved text.</summary>
public sealed partial class MailTextsTests
{
    private static readonly Lazy<IReadOnlyList<string>> Approved = new(() =>
        [
            .. Directory
                .GetFiles(Path.Combine(House.Root, "docs", "mails"), "*.txt")
                .Select(File.ReadAllText),
        ]
    );

    [Fact]
    public void Only_classes_of_mails_write_mails() =>
        House
            .Contexts.Append(House.Host)
            .SelectMany(Uses.In)
            .Where(Writes)
            .Where(use => !IsOfMails(use.From))
            .Select(use => $"{use}")
            .ShouldBeEmpty("the name of a class that writes mails ends in Mail or Letter");

    [Fact]
    public void Every_sentence_of_a_mail_is_approved() =>
        House
            .Contexts.Append(House.Host)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(IsOfMails)
            .SelectMany(Said)
            .Distinct()
            .Where(text => !Stands((string)text.GetValue(null)!, Approved.Value))
            .Select(text => $"{text.DeclaringType!.FullName}.{text.Name}")
            .ShouldBeEmpty("the stories in tests/Web.Tests/Mails/Approved have to tell of it");

    [Fact]
    public void It_bites_on_a_mail_that_is_written_elsewhere() =>
        Uses.In(typeof(Postcards)).Where(Writes).ShouldNotBeEmpty();

    [Theory]
    [InlineData("{0} was sent", "PSF-27-AAAAA was sent\n", true)]
    [InlineData("{0} was sent by {1}.", "PSF-27-AAAAA was sent\n", false)]
    [InlineData("Hello {name},\n\nyou (and others).", "Hello Inés,\n\nyou (and others).", true)]
    [InlineData("Hello {name},\n\nthank you.", "Hello Inés,\n\nyou.", false)]
    public void It_bites_on_a_sentence_that_no_text_has(string text, string file, bool stands) =>
        Stands(text, [file]).ShouldBe(stands);

    /// <summary>What stands in the place of a value may be anything within its line, and more where it has lines of its own.</summary>
    private static bool Stands(string text, IReadOnlyList<string> files)
    {
        var pattern = string.Join(
            "(.|\n)+?",
            Places().Split(text.ReplaceLineEndings("\n")).Select(Regex.Escape)
        );
        var regex = new Regex(pattern, RegexOptions.NonBacktracking);
        return files.Any(regex.IsMatch);
    }

    private static bool Writes(Use use) =>
        use.Member is ConstructorInfo { DeclaringType: var made } && made == typeof(MailText)
        || use.Member is MethodInfo { Name: nameof(Mail.Of) } && use.Owner == typeof(Mail)
        // A class that has others write for it says words of a mail, too.
        || use.Member is MethodInfo method
            && method.DeclaringType is { } owner
            && IsOfMails(owner)
            && owner.Name is "ApplicantMail" or "BallotMail" or "ToPartnerMail"
            && method.GetParameters().Any(parameter => parameter.Name is "words" or "paragraphs");

    private static bool IsOfMails(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        // A part of a page, too, may be called a letter.
        if (typeof(RazorPageBase).IsAssignableFrom(type))
            return false;
        return type.Name.EndsWith("Mail", StringComparison.Ordinal)
            || type.Name.EndsWith("Letter", StringComparison.Ordinal);
    }

    private static IEnumerable<PropertyInfo> Said(Type type) =>
        Uses.In(type)
            .Where(use => use.Owner.Name == "Texts" && use.Member is MethodInfo)
            .Select(use =>
                use.Owner.GetProperty(
                    use.Member.Name["get_".Length..],
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
                )!
            );

    [GeneratedRegex(@"\{[A-Za-z0-9]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}

internal static class Postcards
{
    public static MailText Write() => new("Greetings", ["From here."]);
}
