using Microsoft.AspNetCore.Mvc.Rendering;

namespace Banyan.Kernel.Ui.Fields;

/// <summary>The one place that turns the name of a field into the id of its input, so that label, hint, error and summary meet.</summary>
public static class FieldIds
{
    public static string Of(string name) => "field-" + TagBuilder.CreateSanitizedId(name, "-");
}
