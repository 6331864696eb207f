using System.Text;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>Columns of the list's export; numbers leave the portal only in part (domain §4.10).</summary>
internal static class QueryColumns
{
    // A spreadsheet takes a text beginning with one of these for a formula.
    private const string FormulaStarts = "=+-@\t\r";

    public static IReadOnlyList<SheetColumn<ApplicationRow>> For(ApplicationKind kind, WorkDays calendar, LocalTime time, DateTime now) =>
    [
        new("申请编号", row => row.Number) { Format = SheetFormat.Text, Width = 20 },
        new("学生姓名", row => row.StudentName),
        new("全国学籍号", row => StudentNumber.Mask(row.StudentNo)) { Format = SheetFormat.Text, Width = 22 },
        new($"{Side(kind, "out")}省份", row => row.OutProvinceName),
        new(kind.OutSchool(), row => row.OutSchoolName) { Width = 26 },
        new($"{Side(kind, "out")}年级", row => Grade.Find(row.OutGrade)?.Label),
        new($"{Side(kind, "in")}省份", row => row.InProvinceName),
        new(kind.InSchool(), row => row.InSchoolName) { Width = 26 },
        new("转入年级", row => Grade.Find(row.InGrade)?.Label),
        new("发起时间", row => time.Text(row.StartedAt)) { Width = 18 },
        new("当前环节", row => row.StepLabel) { Width = 22 },
        new("当前核办单位", row => row.WaitingUnitName) { Width = 24 },
        new("办理状态", row => row.StatusText) { Width = 18 },
        new("剩余工作日/超期", row => row.Remaining(calendar, now)) { Width = 18 },
    ];

    /// <summary>The same as text with commas, for systems that read no workbooks; formulas are defused by an apostrophe.</summary>
    public static async Task<byte[]> CsvAsync(IReadOnlyList<SheetColumn<ApplicationRow>> columns, IAsyncEnumerable<ApplicationRow> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns.Select(column => Field(column.Header))).Append("\r\n");
        await foreach (var row in rows)
            text.AppendJoin(',', columns.Select(column => Field(column.Value(row)?.ToString() ?? ""))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Side(ApplicationKind kind, string side) => kind == ApplicationKind.Transfer ? (side == "in" ? "转入" : "转出") : (side == "in" ? "招生" : "毕业");

    internal static string Field(string text)
    {
        var safe = text.Length > 0 && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
