using Banyan.Kernel.Access;

namespace Banyan.Partnering;

/// <summary>What one may do with the programs of one's organisation.</summary>
internal static class ProgramPermissions
{
    public const string Edit = "program.edit";
    public const string Publish = "program.publish";
    public const string Admit = "program.admit";
    public const string Queue = "program.queue";
    public const string Move = "program.move";
    public const string Import = "program.import";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(
            Edit,
            "Change the working copy of a program, see its versions and what changed between them",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            Publish,
            "Publish the working copy of a program as its next version",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            Admit,
            "Give codes with which one may apply by invitation or late, and withdraw them",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            Move,
            "Move applications under way to the current version of their program",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            Queue,
            "Name who keeps the queue of a program, and who is deputy",
            TeamKind.Owners,
            TeamKind.Staff
        ),
        new(
            Import,
            "Import past applications of a program from a file, and undo such an import",
            TeamKind.Owners,
            TeamKind.Staff
        ),
    ];
}
