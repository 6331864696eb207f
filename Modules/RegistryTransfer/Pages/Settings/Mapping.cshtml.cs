using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>One 学制对应: a grade of one schooling system that counts as level with a grade of another.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class MappingModel(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel(queries, commands, "registrytransfer_grade_mapping", "学制对应")
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

    protected override async Task<int?> ShowAsync(long id, CancellationToken cancellationToken)
    {
        if ((await Queries.MappingsAsync(Scope, cancellationToken)).FirstOrDefault(row => row.Id == id && Scope.Owns(row.ProvinceId)) is not { } row)
            return null;
        (FromSystem, FromGrade, ToSystem, ToGrade, IsActive) = (row.FromSystem, row.FromGrade, row.ToSystem, row.ToGrade, row.IsActive);
        return row.Version;
    }

    // A unique index does not compare the country's rows: their province is null.
    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var rows = await Queries.MappingsAsync(Scope, cancellationToken);
        if (rows.Any(row => Scope.Owns(row.ProvinceId) && row.Id != Id && (row.FromSystem, row.FromGrade, row.ToSystem) == (FromSystem, FromGrade, ToSystem)))
            ModelState.AddModelError(nameof(FromGrade), "已有同样条件的一项，请修改原有的");
    }

    protected override IReadOnlyDictionary<string, object?>? Read()
    {
        if (FromSystem == ToSystem)
            ModelState.AddModelError(nameof(ToSystem), "请选择另一种学制");
        if (!IsGradeOf(FromSystem, FromGrade))
            ModelState.AddModelError(nameof(FromGrade), "这种学制没有这个年级");
        if (!IsGradeOf(ToSystem, ToGrade))
            ModelState.AddModelError(nameof(ToGrade), "这种学制没有这个年级");
        return !ModelState.IsValid ? null : new Dictionary<string, object?>
        {
            ["from_system"] = (int)FromSystem, ["from_grade"] = FromGrade, ["to_system"] = (int)ToSystem, ["to_grade"] = ToGrade, ["is_active"] = IsActive,
        };
    }

    // The grades up to the last one of their stage.
    private static bool IsGradeOf(SchoolingSystem system, string? code) =>
        Grade.Find(code) is { } grade && Grade.All.Any(last => last.Stage == grade.Stage && last.Year >= grade.Year && last.IsGraduating(system));
}
