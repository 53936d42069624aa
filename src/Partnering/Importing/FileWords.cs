using Banyan.Kernel.Text;
using Banyan.Partnering.Importing.Domain;

namespace Banyan.Partnering.Importing;

/// <summary>How a file was read, in words.</summary>
internal static class FileWords
{
    public static string ReadAs(FileSurvey survey, bool mended) =>
        (survey.EncodingCertain ? Texts.ReadAs : Texts.ReadAsGuess).With(
            Of(survey.Encoding),
            Separator(survey.Separator)
        ) + (mended ? " " + Texts.ReadMended : "");

    public static string Of(TextEncoding encoding) =>
        encoding switch
        {
            TextEncoding.Utf8 => "UTF-8",
            TextEncoding.Utf16 => "UTF-16",
            TextEncoding.Windows1252 => "Windows-1252",
        };

    public static string Separator(string separator) =>
        separator switch
        {
            ";" => Texts.SeparatorSemicolon,
            "\t" => Texts.SeparatorTab,
            _ => Texts.SeparatorComma,
        };
}
