using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Records;

/// <summary>各环节信息数据: who was decided by whom, when, with what remark.</summary>
[RequirePermission(Permissions.Query)]
public sealed class IndexModel(
    SchemeQueries schemes,
    QueryReachQueries reaches,
    DepartmentQueries departments,
    StepHeadQueries steps,
    RecordQueries records,
    ExportLogCommands log,
    IUnitContext context,
    LocalTime time) : PageModel
{
    private static readonly IReadOnlyList<SheetColumn> _sheet =
    [
        Text("学号", 14), Text("姓名", 12), Text("院系", 22), Text("专业", 26), Text("班级", 20), Text("状态", 10), Text("办理人", 12),
        new("办理时间") { Format = SheetFormat.DateTime, Width = 18 }, Text("来源", 12), Text("备注", 40), Text("批次", 14),
    ];

    private DepartmentReach _reach = DepartmentReach.None;

    [BindProperty(SupportsGet = true)]
    public RecordFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "before")]
    public string? Before { get; set; }

    public SchemePicker Picker { get; private set; } = new([], null);

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<StepHead> Steps { get; private set; } = [];

    public KeysetPage<RecordRow> List { get; private set; } = KeysetPage.Empty<RecordRow>();

    public bool MayExport => context.Has(Permissions.Export);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Steps.Count > 0)
            List = await records.ListAsync(Filter, _reach, After, Before, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!MayExport)
            return Forbid();
        if (!await LoadAsync(cancellationToken) || Picker.Current is not { } scheme || Steps.FirstOrDefault(step => step.Id == Filter.StepId) is not { } chosen)
            return NotFound();
        var department = Departments.FirstOrDefault(candidate => candidate.Id == Filter.DepartmentId);
        return await Spreadsheet.FileAsync($"各环节信息数据-{chosen.Name}", async writer =>
        {
            writer.BeginSheet(chosen.Name, _sheet, new SheetLayout { Filter = true });
            var count = 0;
            await foreach (var row in records.StreamAsync(Filter, _reach, cancellationToken))
            {
                writer.WriteRow(
                    row.StudentNo, row.Name, row.DepartmentName, row.Major, row.ClassName, Words.Of(row.Status), row.DecidedByName,
                    row.DecidedAt is { } at ? time.ToLocal(at) : null, Words.Of(row.Source), row.Remark, row.BatchId is { } batch ? $"{batch}" : "");
                count++;
            }

            await log.WriteAsync(
                new ExportEntry { Export = "各环节信息数据", Query = Filter.Describe(scheme.Name, chosen.Name, department?.Name), RowCount = count }, cancellationToken);
        });
    }

    private static SheetColumn Text(string header, double width) => new(header) { Format = SheetFormat.Text, Width = width };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Picker = SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), Filter.SchemeId);
        if (Picker.Current is not { } scheme)
            return Filter.SchemeId is null;
        Steps = await steps.ListAsync(scheme.Id, cancellationToken);

        // Changing the scheme leaves a step of the other one in the address; the first step of the new one counts then.
        var chosen = Steps.FirstOrDefault(step => step.Id == Filter.StepId) ?? (Steps is [var first, ..] ? first : null);
        Filter = Filter with { SchemeId = scheme.Id, StepId = chosen?.Id };
        _reach = await reaches.FindAsync(scheme.Id, cancellationToken);
        Departments = await departments.ListAsync(scheme.Id, _reach, cancellationToken);
        return true;
    }
}
