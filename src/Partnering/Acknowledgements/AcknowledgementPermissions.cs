using Banyan.Kernel.Access;

namespace Banyan.Partnering.Acknowledgements;

internal static class AcknowledgementPermissions
{
    public const string Read = "acknowledgements.read";
    public const string AskAgain = "acknowledgements.ask-again";
    public const string End = "acknowledgements.end";
    public const string Receipt = "case.receipt";
    public const string AcceptForOrganisation = "case.accept-for-organisation";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            Read,
            "See who of a program's partners accepted which text of its clauses",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            AskAgain,
            "Ask the partners of a program to accept clauses that changed",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(End, "End such an asking", TeamKind.Owners, TeamKind.Staff),
        new(Receipt, "Print the receipt of a case's clauses", TeamKind.Staff),
        new(
            AcceptForOrganisation,
            "Accept the clauses for the organisation, where a program asks both sides",
            TeamKind.Staff
        ),
    ];
}
