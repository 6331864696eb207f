using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>One 学制对应: a grade of one schooling system that counts as level with a grade of another.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class MappingModel(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel<GradeMappingRow>(queries, commands)
{
    [BindProperty]
    public SchoolingSystem FromSystem { get; set; } = SchoolingSystem.FiveFour;

    [BindProperty]
    public string? FromGrade { get; set; }

    [BindProperty]
    public SchoolingSystem ToSystem { get; set; }

    [BindProperty]
    public string? ToGrade { get; set; }

    [BindProperty]
    public bool IsActive { get; set; } = true;

    protected override void Show(GradeMappingRow row) =>
        (FromSystem, FromGrade, ToSystem, ToGrade, IsActive) = (row.FromSystem, row.FromGrade, row.ToSystem, row.ToGrade, row.IsActive);

    protected override GradeMappingRow Read()
    {
        if (FromSystem == ToSystem)
            ModelState.AddModelError(nameof(ToSystem), "请选择另一种学制");
        if (!IsGradeOf(FromSystem, FromGrade))
            ModelState.AddModelError(nameof(FromGrade), "这种学制没有这个年级");
        if (!IsGradeOf(ToSystem, ToGrade))
            ModelState.AddModelError(nameof(ToGrade), "这种学制没有这个年级");
        return new() { FromSystem = FromSystem, FromGrade = FromGrade ?? "", ToSystem = ToSystem, ToGrade = ToGrade ?? "", IsActive = IsActive };
    }

    // The grades up to the last one of their stage.
    private static bool IsGradeOf(SchoolingSystem system, string? code) =>
        Grade.Find(code) is { } grade && Grade.All.Any(last => last.Stage == grade.Stage && last.Year >= grade.Year && last.IsGraduating(system));
}
