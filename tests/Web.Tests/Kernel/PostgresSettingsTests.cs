using Banyan.Kernel.Data;
using Banyan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Banyan.Web.Tests.Kernel;

/// <summary>What is said to PostgreSQL where the operator says nothing, and nothing else.</summary>
public sealed class PostgresSettingsTests
{
    [Theory]
    [InlineData("Host=db;Database=banyan", 100, "-c jit=off", true)]
    [InlineData("Host=db;Max Auto Prepare=0;Options=-c jit=on", 0, "-c jit=on", true)]
    [InlineData("Host=db;MAX AUTO PREPARE=7;No Reset On Close=false", 7, "-c jit=off", false)]
    public void The_operator_has_the_last_word(
        string said,
        int prepared,
        string options,
        bool stays
    )
    {
        using var db = TestDatabase.Of(new DatabaseChoice(true, said));
        var settings = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        (settings.MaxAutoPrepare, settings.Options, settings.NoResetOnClose).ShouldBe(
            (prepared, options, stays)
        );
        settings.Host.ShouldBe("db");
    }
}
