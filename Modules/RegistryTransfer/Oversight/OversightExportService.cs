using System.Runtime.CompilerServices;
using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>Workbooks of 业务统计 and 超期清单; each export is audited.</summary>
internal sealed class OversightExportService(
    StatisticsQueries statistics, StepTimeQueries steps, OverdueQueries overdue, IWorkCalendar calendar, IWriteTransactions transactions, IAuditLog audit, LocalTime time, TimeProvider clock)
{
    private const int Chunk = 500;

    private static readonly SheetColumn[] _steps = [new("环节") { Width = 28 }, Count("已核办（步）"), new("平均工作日") { Width = 12 }, Count("中位数（工作日）"), Count("最长（工作日）")];

    public async Task<IActionResult> StatisticsAsync(StatisticsFilter filter, CancellationToken cancellationToken)
    {
        var places = await statistics.ListAsync(filter, cancellationToken);
        var times = await steps.ListAsync(filter, cancellationToken);
        await WriteAuditAsync("导出跨省业务统计", filter.Kind.Slug(), new { filter.From, filter.To }, cancellationToken);
        return Spreadsheet.File($"{Words.Of(filter.Kind)}业务统计", writer =>
        {
            writer.BeginSheet(statistics.IsNation ? "各省" : "各校", PlaceColumns(filter.Kind));
            foreach (var place in places.Append(PlaceCount.Total(places)))
            {
                writer.WriteRow(
                    place.Name, place.In.Started, place.In.Due, place.In.Reviewed, PlaceCount.Text(place.InPercent), place.In.Overdue,
                    place.Out.Started, place.Out.Due, place.Out.Reviewed, PlaceCount.Text(place.OutPercent), place.Out.Overdue, PlaceCount.Text(place.ArchivePercent));
            }

            writer.BeginSheet("各环节用时", _steps);
            foreach (var step in times)
                writer.WriteRow(step.Label, step.Decided, step.Mean, step.Median, step.Longest);
        });
    }

    public async Task<IActionResult> OverdueAsync(OverdueFilter filter, CancellationToken cancellationToken)
    {
        var (days, now) = (await calendar.GetAsync(cancellationToken), clock.GetUtcNow().UtcDateTime);
        await WriteAuditAsync("导出超期清单", filter.Kind?.Slug() ?? "all", new { filter.EscalatedOnly, filter.ProvinceId, filter.SchoolId, filter.Side, filter.Waiting, filter.From, filter.To }, cancellationToken);
        SheetColumn<OverdueRow>[] columns =
        [
            new("申请编号", row => row.Number) { Format = SheetFormat.Text, Width = 20 },
            new("业务", row => Words.Of(row.Kind)),
            new("学生姓名", row => row.StudentName),
            new("当前环节", row => row.StepLabel) { Width = 24 },
            new("当前核办单位", row => row.WaitingUnitName) { Width = 26 },
            new("超期工作日", row => row.DaysOver(days, now)) { Format = SheetFormat.WholeNumber, Width = 12 },
            new("级别", row => row.LevelText(days, now)) { Width = 24 },
            new("办理时限", row => $"{days.LastDay(row.DueAt):yyyy-MM-dd}") { Width = 14 },
            new("上次催办", row => time.Text(row.UrgedAt)) { Width = 18 },
            new("转出省份", row => row.OutProvinceName),
            new("转出、毕业学校", row => row.OutSchoolName) { Width = 26 },
            new("转入省份", row => row.InProvinceName),
            new("转入、招生学校", row => row.InSchoolName) { Width = 26 },
        ];
        return await Spreadsheet.FileAsync("超期清单", columns, StreamAsync(filter, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<OverdueRow> StreamAsync(OverdueFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (due, id) = ((DateTime?)null, 0L);
        for (; ;)
        {
            var rows = await overdue.ListAsync(filter, due, id, Chunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Chunk)
                yield break;
            (due, id) = (rows[^1].DueAt, rows[^1].Id);
        }
    }

    private SheetColumn[] PlaceColumns(ApplicationKind kind)
    {
        var (inWord, outWord) = kind == ApplicationKind.Transfer ? ("转入", "转出") : ("招生", "毕业");
        return
        [
            new(statistics.IsNation ? "省份" : "学校") { Format = SheetFormat.Text, Width = 28 },
            Count($"{inWord}申请"), Count($"{inWord}应核办"), Count($"{inWord}已核办"), new($"{inWord}核办完成率") { Width = 16 }, Count($"{inWord}超期"),
            Count($"{outWord}申请"), Count($"{outWord}应核办"), Count($"{outWord}已核办"), new($"{outWord}核办完成率") { Width = 16 }, Count($"{outWord}超期"), new("调档完成率") { Width = 12 },
        ];
    }

    private static SheetColumn Count(string header) => new(header) { Format = SheetFormat.WholeNumber, Width = 14 };

    private Task WriteAuditAsync(string action, string kind, object conditions, CancellationToken cancellationToken) => transactions.RunAsync(
        0, transaction => audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = action, Subject = $"oversight:{kind}", After = conditions }), cancellationToken);
}
