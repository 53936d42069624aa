namespace Banyan.Partnering.Declarations;

internal static class DeclarationLinks
{
    public static string Declare(string reference) => $"/cases/{reference}/declare";

    public static string Who(string reference) => $"/cases/{reference}/who";
}
