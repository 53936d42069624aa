using System.Collections.Concurrent;
using System.Diagnostics;

namespace Banyan.Testing.Processes;

/// <summary>The thread that forks.</summary>
internal sealed class Launcher
{
    private readonly BlockingCollection<(
        ProcessStartInfo Start,
        TaskCompletionSource<Process> Done
    )> asked = [];

    public Launcher() =>
        new Thread(Work) { IsBackground = true, Name = "starts helper programs" }.Start();

    public Process Start(ProcessStartInfo start)
    {
        var done = new TaskCompletionSource<Process>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        asked.Add((start, done));
        return done.Task.GetAwaiter().GetResult();
    }

    private void Work()
    {
        foreach (var (start, done) in asked.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(Process.Start(start)!);
            }
#pragma warning disable CA1031 // the caller's thread throws it
            catch (Exception problem)
#pragma warning restore CA1031
            {
                done.SetException(problem);
            }
        }
    }
}
