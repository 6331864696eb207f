using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Components;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Statistics;

/// <summary>各环节办理情况统计: which step is slow, and in which college. Counts only, no personal data.</summary>
[RequirePermission(Permissions.Query)]
public sealed class IndexModel(
    SchemeQueries schemes, QueryReachQueries reaches, DepartmentQueries departments, StatisticsQueries statistics, ExportLogCommands log) : PageModel
{
    private static readonly IReadOnlyList<SheetColumn> _sheet =
    [
        new("环节") { Format = SheetFormat.Text, Width = 24 }, new("离校点") { Format = SheetFormat.Text, Width = 24 }, new("院系") { Format = SheetFormat.Text, Width = 24 },
        Count("应办理"), Count("已通过"), Count("未办理"), Count("未通过"), new("完成率") { Format = SheetFormat.Text, Width = 10 },
    ];

    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; set; }

    [FromQuery(Name = "department")]
    public long? DepartmentId { get; set; }

    /// <summary>Opens the colleges of this step.</summary>
    [FromQuery(Name = "step")]
    public long? StepId { get; set; }

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public SchemeStatistics Statistics { get; private set; } = new([]);

    public StepStatistics? Opened => Statistics.Steps.FirstOrDefault(step => step.Step.Id == StepId);

    public Chart Chart
    {
        get
        {
            var steps = Statistics.BySlowness;
            return new()
            {
                Id = "slowest",
                Question = "哪个环节最慢？",
                Answer = Statistics.Answer,
                Kind = ChartKind.StackedBar,
                CategoryLabel = "环节",
                ValueUnit = "人",
                Categories = [.. steps.Select(step => step.Step.Name)],
                Series =
                [
                    new() { Name = "已通过", State = StateKind.Passed, Values = [.. steps.Select(step => (decimal?)step.Total.Passed)] },
                    new() { Name = "未办理", State = StateKind.Pending, Values = [.. steps.Select(step => (decimal?)step.Total.Pending)] },
                    new() { Name = "未通过", State = StateKind.Failed, Values = [.. steps.Select(step => (decimal?)step.Total.Failed)] },
                ],
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Picker.Current is not { } scheme)
            return NotFound();
        var department = Departments.FirstOrDefault(candidate => candidate.Id == DepartmentId);
        return await Spreadsheet.FileAsync("各环节办理情况统计", async writer =>
        {
            writer.BeginSheet("各环节办理情况统计", _sheet);
            var count = 0;
            foreach (var step in Statistics.Steps)
            {
                foreach (var part in step.Departments)
                    Write(step.Step, part.DepartmentName, part.Progress);
                Write(step.Step, "合计", step.Total);
                count += step.Departments.Count + 1;
            }

            await log.WriteAsync(
                new ExportEntry { Export = "各环节办理情况统计", Query = $"离校方案={scheme.Name}{(department is null ? "" : $"；院系={department.Name}")}", RowCount = count },
                cancellationToken);

            void Write(StepHead step, string name, Progress progress) =>
                writer.WriteRow(step.Name, step.UnitName, name, progress.Due, progress.Passed, progress.Pending, progress.Failed, progress.PercentText);
        });
    }

    public Dictionary<string, string> Route(long? stepId = null) => new Dictionary<string, string?>
    {
        ["scheme"] = SchemeId?.ToString(CultureInfo.InvariantCulture),
        ["department"] = DepartmentId?.ToString(CultureInfo.InvariantCulture),
        ["step"] = stepId?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);

    private static SheetColumn Count(string header) => new(header) { Format = SheetFormat.WholeNumber, Width = 10 };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), SchemeId);
        if (Picker.Current is not { } scheme)
            return SchemeId is null;
        SchemeId = scheme.Id;
        var reach = await reaches.FindAsync(scheme.Id, cancellationToken);
        Departments = await departments.ListAsync(scheme.Id, reach, cancellationToken);
        Statistics = await statistics.ReadAsync(scheme.Id, reach, DepartmentId, cancellationToken);
        return true;
    }
}
