using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Certificates;
using Portal.GraduationClearance.Exports;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Certificates;

/// <summary>发放登记: filter, export, and the sheet people sign.</summary>
[RequirePermission(Permissions.ViewCertificates)]
public sealed class RegisterModel(
    SchemeQueries schemes, DepartmentQueries departments, CertificateReachService reaches, RegisterQueries register, ExportLogCommands log, IUnitContext context) : PageModel
{
    private static readonly IReadOnlyList<SheetColumn> _sheet =
    [
        Text("学号", 14), Text("姓名", 12), Text("院系", 22), Text("专业", 26), Text("班级", 20), Text("离校方案", 24), Text("种类", 10), Text("编号", 22),
        new("领取日期") { Format = SheetFormat.Date, Width = 12 }, Text("领取方式", 10), Text("代领人", 12), Text("代领人电话", 16), Text("代领人证件号", 22), Text("经办人", 12),
        Text("备注", 30), Text("状态", 8), Text("作废原因", 30),
    ];

    [BindProperty(SupportsGet = true)]
    public RegisterFilter Filter { get; set; } = new();

    [FromQuery(Name = "after")]
    public long? After { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public KeysetPage<RegisterRow> List { get; private set; } = KeysetPage.Empty<RegisterRow>();

    public bool MayExport => context.Has(Permissions.Export);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadChoicesAsync(cancellationToken);
        List = await register.ListAsync(Filter, After, Before, cancellationToken);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellationToken)
    {
        if (!MayExport)
            return Forbid();
        await LoadChoicesAsync(cancellationToken);
        return await Spreadsheet.FileAsync("证书发放登记", async writer =>
        {
            writer.BeginSheet("证书发放登记", _sheet, new SheetLayout { Filter = true });
            var count = 0;
            await foreach (var row in register.StreamAsync(Filter, cancellationToken))
            {
                var (student, certificate) = (row.Student, row.Certificate);
                writer.WriteRow(
                    student.StudentNo, student.Name, student.DepartmentName, student.Major, student.ClassName, student.SchemeName, certificate.Kind.Word(), certificate.SerialNo,
                    certificate.IssuedOn, certificate.Receiver.Word(), certificate.DelegateName, certificate.DelegatePhone, certificate.DelegateIdMasked, certificate.IssuedByName,
                    certificate.Note, certificate.IsValid ? "有效" : "作废", certificate.VoidReason);
                count++;
            }

            await log.WriteAsync(new ExportEntry { Export = "证书发放登记", Query = Describe(), RowCount = count }, cancellationToken);
        });
    }

    private static SheetColumn Text(string header, double width) => new(header) { Format = SheetFormat.Text, Width = width };

    private string Describe() => Filter.Describe(
        Schemes.FirstOrDefault(scheme => scheme.Id == Filter.SchemeId)?.Name, Departments.FirstOrDefault(department => department.Id == Filter.DepartmentId)?.Name);

    private async Task LoadChoicesAsync(CancellationToken cancellationToken)
    {
        Schemes = await schemes.ListVisibleAsync(cancellationToken);
        Departments = await departments.ListAsync(Filter.SchemeId, reaches.Reach, cancellationToken);
    }
}
