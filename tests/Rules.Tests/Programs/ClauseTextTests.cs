using Banyan.Kernel.Text;
using Banyan.Partnering.Programs.Domain;

namespace Banyan.Rules.Tests.Programs;

public sealed class ClauseTextTests
{
    private static readonly Clause s_clause = Clause(
        "bound",
        Of(("en", "Plain."), ("bn", "সহজ")),
        Of(("en", "Exact."))
    );

    [Fact]
    public void The_hash_is_lower_case_hex_of_256_bits() =>
        ClauseText.Hash(s_clause).ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void The_order_and_the_case_of_languages_do_not_matter() =>
        ClauseText
            .Hash(Clause("bound", Of(("BN", "সহজ"), ("en", "Plain.")), Of(("EN", "Exact."))))
            .ShouldBe(ClauseText.Hash(s_clause));

    [Fact]
    public void Every_word_matters_and_where_it_stands()
    {
        Clause[] others =
        [
            s_clause with
            {
                Key = "bounds",
            },
            s_clause with
            {
                Summary = Of(("en", "Plain."), ("bn", "সহজ।")),
            },
            s_clause with
            {
                Summary = Of(("en", "Plain.")),
            },
            s_clause with
            {
                Summary = Of(("en", "Plain."), ("hi", "সহজ")),
            },
            s_clause with
            {
                Text = Of(("en", "Exact")),
            },
            s_clause with
            {
                Text = Of(("en", "Exact."), ("bn", "ঠিক")),
            },
            Clause("bound", s_clause.Text, s_clause.Summary),
            Clause("bound", Of(("en", "Plain.Exact.")), Of(("en", ""))),
        ];
        others
            .Append(s_clause)
            .Select(ClauseText.Hash)
            .Distinct()
            .Count()
            .ShouldBe(others.Length + 1);
    }

    private static Clause Clause(string key, LocalText summary, LocalText text) =>
        new()
        {
            Key = key,
            Summary = summary,
            Text = text,
        };

    private static LocalText Of(params (string Language, string Text)[] texts) =>
        new(
            texts.ToDictionary(
                pair => pair.Language,
                pair => pair.Text,
                StringComparer.OrdinalIgnoreCase
            )
        );
}
