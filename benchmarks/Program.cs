using System.Globalization;
using Banyan.Benchmarks;
using Banyan.Benchmarks.Programs;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [CeilingHost.Word, var port])
    return await CeilingHost.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
try
{
    var options = Options.Read(args);
    if (options.AsksHelp)
        Console.WriteLine(Options.Help);
    else if (options.SelfTest)
        return SelfTest.Run();
    else
        return await Bench.RunAsync(options);
    return 0;
}
catch (FormatException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
