using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>One 学籍主管规则 of the own province.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class SupervisionModel(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel<SupervisionRuleRow>(queries, commands)
{
    [BindProperty]
    public Stages Stage { get; set; } = Stages.SeniorHigh;

    [BindProperty]
    public UnitLevel RunLevel { get; set; } = UnitLevel.District;

    [BindProperty]
    public UnitLevel Level { get; set; } = UnitLevel.City;

    [BindProperty]
    public string? Note { get; set; }

    protected override bool IsOpenTo(ConfigScope scope) => !scope.IsNation;

    protected override void Show(SupervisionRuleRow row) => (Stage, RunLevel, Level, Note) = (row.Stage, row.RunLevel, row.Level, row.Note);

    protected override SupervisionRuleRow Read()
    {
        if (RunLevel == UnitLevel.Province)
            ModelState.AddModelError(nameof(RunLevel), "省办学校始终由省级主管，不设规则");
        if (Note?.Trim() is { Length: > 200 })
            ModelState.AddModelError(nameof(Note), "依据不超过 200 字");
        return new() { Stage = Stage, RunLevel = RunLevel, Level = Level, Note = Note?.Trim() ?? "" };
    }
}
