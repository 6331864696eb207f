using Portal.GraduationClearance.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>The columns of 学生列表, the same on screen and in the workbook: who, his state, these facts, then one per step.</summary>
public static class MatrixColumns
{
    public static readonly IReadOnlyList<SheetColumn<MatrixRow>> Facts =
    [
        new("院系", row => row.DepartmentName) { Format = SheetFormat.Text, Width = 22 },
        new("专业", row => row.Major) { Format = SheetFormat.Text, Width = 26 },
        new("班级", row => row.ClassName) { Format = SheetFormat.Text, Width = 20 },
        new("学生类别", row => row.StudentCategory) { Format = SheetFormat.Text, Width = 12 },
        new("培养层次", row => row.EducationLevel) { Format = SheetFormat.Text, Width = 10 },
        new("离校户口迁移", row => row.HukouTransfer ? "是" : "否") { Format = SheetFormat.Text, Width = 14 },
        new("住宿信息", row => row.Dormitory) { Format = SheetFormat.Text, Width = 30 },
    ];

    /// <param name="steps">Steps of the scheme in order.</param>
    /// <param name="decrypt">Reads full ID numbers; null writes them masked.</param>
    public static IReadOnlyList<SheetColumn<MatrixRow>> ForExport(IReadOnlyList<StepHead> steps, Func<string, string>? decrypt) =>
    [
        new("学号", row => row.StudentNo) { Format = SheetFormat.Text },
        new("姓名", row => row.Name) { Format = SheetFormat.Text, Width = 12 },
        new("离校状态", row => row.StateOf(steps).Word()) { Format = SheetFormat.Text, Width = 10 },
        .. Facts,
        new("身份证号", row => decrypt is not null && row.IdCardSecret is { } secret ? decrypt(secret) : row.IdCardMasked) { Format = SheetFormat.Text, Width = 22 },
        .. steps.Select((step, index) => new SheetColumn<MatrixRow>(step.Name, row => row.Cells[index] is { } status ? Words.OfCell(status) : "")
        {
            Format = SheetFormat.Text,
        }),
    ];
}
