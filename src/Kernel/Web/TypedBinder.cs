using Banyan.Kernel.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Banyan.Kernel.Web;

/// <summary>Binds every string through <see cref="Typed.Clean"/>; of a name sent twice the first counts.</summary>
public sealed class TypedBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent != ValueProviderResult.None)
            bindingContext.Result = ModelBindingResult.Success(Typed.Clean(sent.FirstValue));
        return Task.CompletedTask;
    }
}
