using Banyan.Kernel.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Banyan.Kernel.Web;

/// <summary>Binds every string through <see cref="Typed.Clean"/>; of a name sent twice the first counts, and before all what the address says.</summary>
public sealed class TypedBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (InAddress(bindingContext) is { } part)
        {
            bindingContext.Result = ModelBindingResult.Success(Typed.Clean(part));
            return Task.CompletedTask;
        }
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent != ValueProviderResult.None)
            bindingContext.Result = ModelBindingResult.Success(Typed.Clean(sent.FirstValue));
        return Task.CompletedTask;
    }

    // The record that a form is about is the one in the address; a field of that name must not make it another.
    private static string? InAddress(ModelBindingContext context) =>
        context.ActionContext.RouteData.Values.TryGetValue(context.ModelName, out var part)
            ? part as string
            : null;
}
