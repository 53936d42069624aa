namespace Banyan.Kernel.Ui;

/// <summary>One entry of the header. With a permission, only those who hold it see it.</summary>
public sealed record NavigationItem(string Text, string Href, string? Permission = null);
