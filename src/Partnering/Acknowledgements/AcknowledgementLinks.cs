namespace Banyan.Partnering.Acknowledgements;

/// <summary>Addresses of the ledger and of what is asked of partners.</summary>
internal static class AcknowledgementLinks
{
    public static string Ledger(string program) => $"/settings/programs/{program}/acknowledgements";

    public static string Csv(string program) => $"{Ledger(program)}.csv";

    public static string AskAgain(string program) => $"{Ledger(program)}/ask-again";

    public static string End(string program) => $"{Ledger(program)}/end";

    public static string AcceptAgain(string reference) =>
        $"/applications/{reference}/clauses-again";

    public static string Receipt(string reference) => $"/applications/{reference}/receipt";

    public static string CaseReceipt(string reference) => $"/cases/{reference}/receipt";

    public static string AcceptForOrganisation(string reference) =>
        $"/cases/{reference}/accept-for-organisation";
}
