namespace Portal.Modules.Manifest;

/// <summary>Marks an assembly as a module. One module is one feature; its id is its folder and its MVC area.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : Attribute
{
    /// <summary>Folder, area and first part of every route of the module, for example <c>GraduationClearance</c>.</summary>
    public required string Id { get; set; }

    /// <summary>Name on screen, in Chinese.</summary>
    public required string Name { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Group on the modules page.</summary>
    public string Category { get; set; } = "";

    public string Version { get; set; } = "0.1.0";

    public string Author { get; set; } = "";

    /// <summary>Ids of the modules that must be loaded, and be on for the same unit.</summary>
    public string[] Dependencies { get; set; } = [];

    /// <summary>The module cannot be switched off and its failure stops the start-up.</summary>
    public bool IsAlwaysEnabled { get; set; }
}
