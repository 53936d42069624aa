using System.Security.Cryptography;
using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Banyan.Kernel.Web;

/// <summary>Gives every posted form the session's token and a key of its own, so that a double click is one click.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(ViewerHolder holder) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (holder.FormToken is { } token)
            Hidden(output, FormGuard.TokenField, token);
        Hidden(output, CommitPage.OnceField, RandomNumberGenerator.GetHexString(24));
    }

    private static void Hidden(TagHelperOutput output, string name, string value) =>
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
}
