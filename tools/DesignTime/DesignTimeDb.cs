using Banyan.Kernel.Data;
using Banyan.Kernel.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Banyan.DesignTime;

/// <summary>The model as dotnet-ef sees it, for the engine named in BANYAN_ENGINE.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<BanyanDb>
{
    public BanyanDb CreateDbContext(string[] args)
    {
        var postgres = Environment.GetEnvironmentVariable("BANYAN_ENGINE") == "postgres";
        var options = new DbContextOptionsBuilder<BanyanDb>();
        new DatabaseChoice(
            postgres,
            postgres ? "Host=nowhere" : "Data Source=nowhere.db"
        ).Configure(options);
        return new BanyanDb(
            options.Options,
            Modules.All,
            new WriteGate(single: true),
            new WorkBell(),
            new CommitCount()
        );
    }
}
