using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>The figures of a year as a workbook, one sheet for each question; noted in the audit before it leaves.</summary>
internal sealed class StatisticsExportService(IWriteTransactions transactions, IAuditLog audit)
{
    public async Task<IActionResult> FileAsync(ExchangeStatistics figures, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id,
            Action = "导出国际交流统计",
            Subject = $"statistics:{figures.Year}",
            After = new { 范围 = figures.Scope.Name, figures.Year },
        }), cancellationToken);
        return Spreadsheet.File($"国际交流统计{figures.Year}", writer => Write(writer, figures));
    }

    private static void Write(SheetWriter writer, ExchangeStatistics figures)
    {
        WriteTrips(writer, "出访国别", "国别", figures.Trips.Countries);
        WriteTrips(writer, "出访单位", "承办单位", figures.Trips.Units);
        WriteTrips(writer, "历年出访", "年度", figures.Trips.Years);
        writer.BeginSheet("有效协议国别", [Name("国别"), Count("有效协议"), Count("其中将到期"), Count("合作机构")]);
        foreach (var row in figures.Agreements)
            writer.WriteRow(row.Name, row.Agreements, row.Expiring, row.Partners);
        writer.BeginSheet("历年学生", [Name("年度"), Count("派出"), Count("接收"), Count("派出减接收")]);
        foreach (var row in figures.Students.Years)
            writer.WriteRow($"{row.Year}", row.Out, row.In, row.Difference);
        writer.BeginSheet("学生国别", [Name("国别"), Count("派出"), Count("接收")]);
        foreach (var row in figures.Students.Countries)
            writer.WriteRow(row.Name, row.Out, row.In);
        writer.BeginSheet("逾期", [Name("承办单位"), Name("事项"), Count("已到期"), Count("逾期"), Count("其中未办"), new("逾期率（%）") { Format = SheetFormat.General, Width = 12 }]);
        foreach (var row in figures.Dues)
            writer.WriteRow(row.UnitName, row.Label, row.Total, row.Late, row.Open, row.Percent);
        writer.BeginSheet("计划与总结", [Name("单位"), Name("年度计划"), Count("计划事项"), Name("年度总结"), Count("已总结事项"), Count("未总结的计划事项")]);
        foreach (var row in figures.Plans)
            writer.WriteRow(row.UnitName, row.Plan?.Label ?? "未报", row.Planned, row.Summary?.Label ?? "未报", row.Reported, row.Unreported);
    }

    private static void WriteTrips(SheetWriter writer, string sheet, string name, IReadOnlyList<TripCount> rows)
    {
        writer.BeginSheet(sheet, [Name(name), Count("团组"), Count("人次"), Count("人天")]);
        foreach (var row in rows)
            writer.WriteRow(row.Name, row.Trips, row.Persons, row.PersonDays);
    }

    private static SheetColumn Name(string header) => new(header) { Format = SheetFormat.Text, Width = 26 };

    private static SheetColumn Count(string header) => new(header) { Format = SheetFormat.WholeNumber, Width = 14 };
}
