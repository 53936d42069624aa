using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Banyan.Shared;

/// <summary>Fills what stands around each page: what the viewer may open, who they are, and what was just done.</summary>
internal sealed class FillFrame(
    PageFrame frame,
    Viewer viewer,
    IReadOnlyList<Module> modules,
    HouseName house
) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(
        ResultExecutingContext context,
        ResultExecutionDelegate next
    )
    {
        if (context.Result is not SeeOther)
        {
            frame.Said ??= Said.Take(context.HttpContext);
            // Where something broke it may have been the database: the page that says so does without.
            if (context.HttpContext.Response.StatusCode < 500)
                await house.PutOnAsync(
                    frame,
                    context.Result is PageResult ? context.RouteData.Values : null,
                    context.HttpContext.RequestAborted
                );
        }
        if (frame.Navigation.Count == 0)
            frame.Navigation =
            [
                .. modules.Reverse().SelectMany(module => module.Navigation).Where(IsOffered),
            ];
        frame.SignIn ??= viewer.Person is null
            ? new SignInState(null, "/sign-in")
            : new SignInState(viewer.Name, "/me", "/sign-out");
        await next();
    }

    private bool IsOffered(NavigationItem item) =>
        (item.Permission is null || viewer.May(item.Permission))
        && (!item.Personal || viewer.Person is not null || viewer.Holds is not null);
}
