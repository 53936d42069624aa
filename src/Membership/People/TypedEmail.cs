using System.Diagnostics.CodeAnalysis;
using Banyan.Kernel.Domain;
using Microsoft.AspNetCore.Http;

namespace Banyan.Membership.People;

/// <summary>Reads an address as it was sent, before the binder composes what is typed: composing turns the Kelvin sign into K, and so one spelling into somebody else's address.</summary>
internal static class TypedEmail
{
    public static bool TryRead(
        HttpRequest request,
        [NotNullWhen(true)] out EmailAddress? address,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        var read = EmailAddress.TryParse(
            request.Form["email"].FirstOrDefault(),
            out address,
            out var problem
        );
        refusal = read ? null : Domain.Refusals.Email(problem);
        return read;
    }
}
