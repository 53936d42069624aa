namespace Banyan.Partnering.Reports;

internal static class ReportLinks
{
    public static string All(string code) => $"/partners/{code}/reports";

    public static string Write(string code) => $"/partners/{code}/report";

    public static string Autosave(string code) => $"/partners/{code}/report/autosave";

    public static string Show(string code, Guid id) => $"{All(code)}/{id}";

    public static string Thank(string code, Guid id) => $"{Show(code, id)}/thank";

    public static string Ask(string code, Guid id) => $"{Show(code, id)}/ask";

    public static string Answer(string code, Guid id) => $"{Show(code, id)}/answer";

    public static string Summary(string code, Guid id) => $"{Show(code, id)}/summary";
}
