using Banyan.Kernel.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan;

[Public]
internal sealed class HomePage : PageModel
{
    public void OnGet() { }
}
