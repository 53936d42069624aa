using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Banyan.Kernel.Data;

/// <summary>The one place that says which SQLite is loaded: the system's own, through SQLitePCLRaw 2.0.6. Decision record 3 says why, and how to leave it.</summary>
public static class SqliteNative
{
    private const int ConfigMemoryStatus = 9;

    private static readonly string[] Names =
    [
        "libsqlite3.so.0",
        "libsqlite3.dylib",
        "winsqlite3.dll",
    ];

    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "The provider must be bound before Entity Framework first touches it, whoever starts."
    )]
    internal static void Bind()
    {
        AssemblyLoadContext.Default.Resolving += static (_, name) =>
            name.Name == "SQLitePCLRaw.core" ? typeof(SQLitePCL.raw).Assembly : null;
        NativeLibrary.SetDllImportResolver(
            typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
            static (name, _, _) =>
            {
                if (name != "e_sqlite3")
                    return 0;
                foreach (var candidate in Names)
                {
                    if (NativeLibrary.TryLoad(candidate, out var handle))
                        return handle;
                }
                return 0;
            }
        );
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
        // Counting every allocation behind one lock, connections would wait for one another while they read.
        _ = SQLitePCL.raw.sqlite3_config(ConfigMemoryStatus, 0);
    }

    public static string Version => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public static string Source => SQLitePCL.raw.sqlite3_sourceid().utf8_to_string();
}
