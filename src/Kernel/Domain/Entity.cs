namespace Banyan.Kernel.Domain;

/// <summary>A record that people change. The version grows by one with each commit; two changes from the same version refuse the second.</summary>
public abstract class Entity
{
    public int Version { get; internal set; }
}
