using Banyan.Kernel;
using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Banyan.Shared;

/// <summary>Fills what stands around each page: what the viewer may open, who they are, and what was just done.</summary>
internal sealed class FillFrame(PageFrame frame, Viewer viewer, IReadOnlyList<Module> modules)
    : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (frame.Navigation.Count == 0)
            frame.Navigation =
        [
            .. modules
                .SelectMany(module => module.Navigation)
                .Where(item => item.Permission is null || viewer.May(item.Permission)),
        ];
        frame.SignIn ??= viewer.Person is null
            ? new SignInState(null, "/sign-in")
            : new SignInState(viewer.Name, "/me");
        if (context.Result is not SeeOther)
            frame.Said ??= Said.Take(context.HttpContext);
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
