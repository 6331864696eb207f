using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>One 业务时段.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class WindowModel(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel<BusinessWindow>(queries, commands)
{
    [BindProperty]
    public ApplicationKind Kind { get; set; }

    /// <summary>Grade codes, GRADUATING or OTHERS; none for all.</summary>
    [BindProperty]
    public string[] Grades { get; set; } = [];

    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    [BindProperty]
    public bool IsOpen { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override void Show(BusinessWindow row) =>
        (Kind, Grades, Opens, Closes, IsOpen, Note) = (row.Kind, row.Grades.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Opens, row.Closes, row.IsOpen, row.Note);

    protected override BusinessWindow Read()
    {
        var (opens, closes, note, grades) = (Day(Opens), Day(Closes), Note?.Trim() ?? "", new GradeChoice(Grades, WithGroups: true));
        if (opens is null)
            ModelState.AddModelError(nameof(Opens), "请填写月-日，如 07-15");
        if (closes is null)
            ModelState.AddModelError(nameof(Closes), "请填写月-日，如 08-14");
        if (!grades.IsKnown)
            ModelState.AddModelError(nameof(Grades), "请从列出的年级中选择");
        if (note.Length is 0 or > 200)
            ModelState.AddModelError(nameof(Note), "请填写依据或说明，不超过 200 字");
        return new() { Kind = Kind, Grades = grades.Text, Opens = opens ?? "", Closes = closes ?? "", IsOpen = IsOpen, Note = note };
    }

    // A leap year, so that 02-29 is a day.
    private static string? Day(string? text) =>
        DateOnly.TryParseExact($"2024-{text?.Trim()}", ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("MM-dd", CultureInfo.InvariantCulture)
            : null;
}
