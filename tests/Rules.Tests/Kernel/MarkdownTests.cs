using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Banyan.Kernel.Text;
using Banyan.Testing;

namespace Banyan.Rules.Tests.Kernel;

/// <summary>What an organisation writes becomes paragraphs, lists and harmless links, and never anything else.</summary>
public sealed class MarkdownTests
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    [Asvs("V1.2.2", "V1.3.1", "V1.3.3", "V1.3.5")]
    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#x09;script:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](&#1;javascript:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("[a](/sign-out)")]
    [InlineData("[a][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![a](https://evil.example/pixel.gif)")]
    [InlineData("![a][r]\n\n[r]: https://evil.example/pixel.gif")]
    [InlineData("[![a](https://evil.example/x.gif)](javascript:x)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <svg/onload=alert(1)> b")]
    [InlineData(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"
    )]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("[a](https://x.example \"\" onmouseover=alert(1) x=\")")]
    [InlineData("[a](https://x.example/\"onmouseover=\"alert(1))")]
    [InlineData("`</code><script>alert(1)</script>`")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("<!-- --><style>*{}</style>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<iframe srcdoc=\"x\">\n\n# x {onclick=alert(1)}")]
    public void Nothing_dangerous_comes_out(string text)
    {
        // Parsed twice: what changes its meaning on the way through a parser shows it the second time.
        var once = new HtmlParser().ParseDocument(Html(text)).Body!.InnerHtml;
        foreach (var body in new[] { Html(text), once })
        {
            var document = new HtmlParser().ParseDocument(body);
            document
                .Body!.QuerySelectorAll("*")
                .Select(element => element.LocalName)
                .Except(MarkdownPromise.Elements, StringComparer.Ordinal)
                .ShouldBeEmpty();
            document
                .Body.QuerySelectorAll("*")
                .SelectMany(element => element.Attributes)
                .Select(attribute => attribute.Name)
                .Except(["href", "rel", "title", "class"], StringComparer.Ordinal)
                .ShouldBeEmpty();
            foreach (var link in document.QuerySelectorAll("a"))
            {
                Schemes.ShouldContain(new Uri(link.GetAttribute("href")!).Scheme);
                link.GetAttribute("rel").ShouldBe("nofollow");
            }
        }
    }

    [Fact]
    public void Honest_text_keeps_its_form() =>
        Html(
                "# Why\n\nSee *our* [page](https://psf.example/a?b=1&c=2), or <help@psf.example>.\n\n- one\n- two"
            )
            .ShouldBe(
                "<h3>Why</h3>\n<p>See <em>our</em> <a href=\"https://psf.example/a?b=1&amp;c=2\" rel=\"nofollow\">page</a>, "
                    + "or <a href=\"mailto:help@psf.example\" rel=\"nofollow\">help@psf.example</a>.</p>\n"
                    + "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
            );

    [Fact]
    public void A_link_that_leads_nowhere_keeps_its_words() =>
        Html("a [b *c*](javascript:x) d").ShouldBe("<p>a b <em>c</em> d</p>\n");

    [Fact]
    public void A_text_nested_without_end_is_still_shown() =>
        Html(new string('>', 5000) + " deep").ShouldContain("deep");

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        Markdown.ToHtml(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
