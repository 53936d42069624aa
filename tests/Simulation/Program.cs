using System.Globalization;
using Banyan.Testing;
using Banyan.Testing.Simulation;

// simulate [CASES] [SEED]: a scripted year of applications on both databases; the exit code says whether every case ended where the model says.
var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var differing = 0;
foreach (var database in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
{
    var report = await ScriptedYear.RunAsync(database, cases, seed);
    Console.WriteLine(report);
    differing += report.Differing.Count;
}
return differing == 0 ? 0 : 1;
