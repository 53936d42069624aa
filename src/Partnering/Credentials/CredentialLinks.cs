namespace Banyan.Partnering.Credentials;

/// <summary>Public addresses of what is signed, and of what proves it.</summary>
internal static class CredentialLinks
{
    public const string StatusList = "/status-list.jwt";
    public const string Keys = "/.well-known/jwks.json";

    public static string Credential(string code) => $"/verify/{code}/credential.jwt";

    public static string Key(string thumbprint) => $"/.well-known/jwks/{thumbprint}.json";

    public static string Issuer(string organisation) => $"/organisations/{organisation}";
}
