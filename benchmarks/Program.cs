using System.Globalization;
using Banyan.Benchmarks;
using Banyan.Benchmarks.Programs;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [CeilingHost.Word, var port])
    return await CeilingHost.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
return await Bench.RunAsync(args);
