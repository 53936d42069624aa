using System.Text;
using Banyan.Partnering.Contracts;
using Banyan.Testing;
using Banyan.Web.Tests.Decisions;
using Banyan.Web.Tests.Membership;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Web.Tests.Acknowledgements;

/// <summary>Nusrat's community is a partner; Marie is staff of the foundation.</summary>
internal static class PartnerWorld
{
    public const string Slug = "psf-community-partner";
    public const string Ledger = $"/settings/programs/{Slug}/acknowledgements";
    public const string Again = $"/applications/{DecidedCase.Reference}/clauses-again";
    public const string Receipt = $"/applications/{DecidedCase.Reference}/receipt";
    public const string OldWords = "You keep to the trademark policy, now and later.";
    public const string NewWords = "You keep to the trademark policy and its examples.";

    public static string BothSides =>
        DecidedCase
            .ProgramText()
            .Replace(
                "\nstages:\n",
                "\nagreement:\n  bothSides: true\n  lastUpdated: 2026-11-01\n  notContract: This is not a legal contract.\nstages:\n",
                StringComparison.Ordinal
            );

    public static async Task<(Visitor Marie, Visitor Nusrat)> PartnersAsync(this BanyanHost host)
    {
        var marie = await host.MarieAsync();
        await marie.ReleaseAsync();
        await host.WorkAfterAsync(Duration.FromMinutes(10));
        return (marie, await host.SignedInAsync(World.Nusrat.Address));
    }

    /// <summary>Publishes the program with another text of one clause.</summary>
    public static Task ChangeAsync(this BanyanHost host) =>
        host.PublishAsync(
            DecidedCase.ProgramText().Replace(OldWords, NewWords, StringComparison.Ordinal)
        );

    public static async Task PublishAsync(this BanyanHost host, string text)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var applied = await scope
            .ServiceProvider.GetRequiredService<ProgramFiles>()
            .ApplyAsync(
                Encoding.UTF8.GetBytes(text),
                new NewOrganisation(null, "UTC"),
                host.Clock.Now,
                CancellationToken.None
            );
        applied.Refusal.ShouldBeNull();
        applied.Changed.ShouldBeTrue();
    }

    public static async Task AskAsync(this Visitor marie, string note = "Ask Deb about it.")
    {
        await marie.Visit($"{Ledger}/ask-again");
        marie.Fill("Your words to the partners (optional)", note);
        await marie.Press("Ask them");
        marie.Problems().ShouldBeEmpty();
        marie.Path.ShouldBe(Ledger);
    }

    /// <summary>Accepts for the organisation whatever is left.</summary>
    public static async Task AcceptForAsync(this Visitor marie)
    {
        await marie.Visit($"/cases/{DecidedCase.Reference}/accept-for-organisation");
        var boxes = marie.Page.QuerySelectorAll("input[type=checkbox]");
        boxes.Length.ShouldBeGreaterThan(0);
        foreach (var box in boxes)
            marie.ChooseByName(box.GetAttribute("name")!, "true");
        await marie.Press("Accept for the organisation");
        marie.Problems().ShouldBeEmpty();
    }
}
