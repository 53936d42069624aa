using Banyan.Partnering.Declarations.Domain;

namespace Banyan.Partnering.Declarations;

internal static class ConflictWords
{
    public static string Of(Conflict conflict) =>
        conflict switch
        {
            Conflict.None => Texts.DeclaredNone,
            Conflict.Soft => Texts.DeclaredSoft,
            Conflict.Hard => Texts.DeclaredHard,
        };

    public static string Of(Declaration declaration) =>
        declaration switch
        {
            { WaivedAt: not null } => Texts.StateWaived,
            { Conflict: Conflict.None } => Texts.StateReads,
            { Reads: true } => Texts.StateReadsOnly,
            _ => Texts.StateAside,
        };
}
