namespace Banyan.Architecture.Tests.Contracts;

/// <summary>Stands for a contract in the test that tells contracts from the rest.</summary>
public static class SomethingPromised;
