using System.Reflection;
using Banyan.Testing.Databases;
using Banyan.Testing.Processes;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Banyan.Testing;

/// <summary>One row of a theory for each database; the <see cref="DatabaseKind"/> comes first, what is written here after it. It may stand several times.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] inline) : DataAttribute
{
    public IReadOnlyList<object?> Inline => inline;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Rows()]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private IEnumerable<ITheoryDataRow> Rows() =>
        Enum.GetValues<DatabaseKind>()
            .Select(kind => new TheoryDataRow([kind, .. inline])
            {
                Skip = kind switch
                {
                    DatabaseKind.Sqlite => null,
                    DatabaseKind.Postgres => Programs.SkipUnless(
                        PostgresServer.Installed,
                        "PostgreSQL"
                    ),
                },
            });
}
