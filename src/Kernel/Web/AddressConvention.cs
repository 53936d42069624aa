using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Banyan.Kernel.Web;

/// <summary>What stands in the address of a page is read from the address alone. By default a form field of the same name would win, and the page would act on another record than the one that its address, and the log, name.</summary>
public sealed class AddressConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        var template = model.ActionDescriptor.AttributeRouteInfo?.Template ?? "";
        foreach (
            var parameter in model
                .HandlerMethods.SelectMany(handler => handler.Parameters)
                .Where(parameter => StandsIn(template, parameter.ParameterName))
        )
        {
            parameter.BindingInfo ??= new BindingInfo();
            parameter.BindingInfo.BindingSource = BindingSource.Path;
        }
    }

    private static bool StandsIn(string template, string name) =>
        template
            .Split('{')
            .Skip(1)
            .Any(part =>
                string.Equals(
                    part.Split('}', ':', '?')[0].TrimStart('*'),
                    name,
                    StringComparison.OrdinalIgnoreCase
                )
            );
}
