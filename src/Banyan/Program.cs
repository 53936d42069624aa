using Banyan.Commands;

return await CommandLine.RunAsync(args);
