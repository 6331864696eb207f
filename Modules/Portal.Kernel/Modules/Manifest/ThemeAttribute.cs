namespace Portal.Modules.Manifest;

/// <summary>Marks an assembly as a theme: layouts, partials and view components under <c>/Themes/{Id}</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute
{
    /// <summary>Id of the theme that is asked for whatever this one does not have.</summary>
    public string? BaseTheme { get; set; }
}
