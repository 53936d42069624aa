using Banyan.Kernel.Domain;

namespace Banyan.Partnering;

internal readonly record struct ProgramId(Guid Value) : ITypedId<ProgramId>
{
    public static ProgramId From(Guid value) => new(value);

    public static ProgramId New() => new(Guid.CreateVersion7());
}

internal readonly record struct ProgramVersionId(Guid Value) : ITypedId<ProgramVersionId>
{
    public static ProgramVersionId From(Guid value) => new(value);

    public static ProgramVersionId New() => new(Guid.CreateVersion7());
}

internal readonly record struct ApplicationId(Guid Value) : ITypedId<ApplicationId>
{
    public static ApplicationId From(Guid value) => new(value);

    public static ApplicationId New() => new(Guid.CreateVersion7());
}

internal readonly record struct RoundId(Guid Value) : ITypedId<RoundId>
{
    public static RoundId From(Guid value) => new(value);

    public static RoundId New() => new(Guid.CreateVersion7());
}

internal readonly record struct DecisionId(Guid Value) : ITypedId<DecisionId>
{
    public static DecisionId From(Guid value) => new(value);

    public static DecisionId New() => new(Guid.CreateVersion7());
}

internal readonly record struct ChallengeId(Guid Value) : ITypedId<ChallengeId>
{
    public static ChallengeId From(Guid value) => new(value);

    public static ChallengeId New() => new(Guid.CreateVersion7());
}

internal readonly record struct AdmissionCodeId(Guid Value) : ITypedId<AdmissionCodeId>
{
    public static AdmissionCodeId From(Guid value) => new(value);

    public static AdmissionCodeId New() => new(Guid.CreateVersion7());
}
