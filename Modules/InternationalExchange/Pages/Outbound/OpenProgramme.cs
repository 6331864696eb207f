using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>A programme as students see it before they apply; they have no rights on its record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Taken">Places that are given away.</param>
/// <param name="Applied">Applications that stand.</param>
/// <param name="Today">The day on which it is shown.</param>
internal sealed record OpenProgramme(RecordView Record, int Taken, int Applied, DateOnly Today)
{
    private static readonly RecordType _type = new OutboundProgrammeType();

    public int Free => Math.Max(0, (Record.Int("places") ?? 0) - Taken);

    /// <summary>Whether applications are taken today.</summary>
    public bool TakesApplications => !(Record.Date("applyFrom") > Today) && !(Record.Date("applyTo") < Today);

    public string Deadline => Record.Date("applyFrom") is { } from && from > Today ? $"{from:yyyy-MM-dd} 开始报名"
        : Record.Date("applyTo") is { } last ? last == Today ? "今天截止" : $"{last:yyyy-MM-dd} 截止，还有 {last.DayNumber - Today.DayNumber} 天" : "报名中";

    public string Kind => string.Join('，', new[] { _type.Find("kind")!.Choices.LabelOf(Record["kind"] ?? ""), Record.Bool("creditBearing") ? "学分互认" : "不授学分" }.Distinct());

    public string Period => $"{Record.Date("startOn"):yyyy-MM-dd} 至 {Record.Date("endOn"):yyyy-MM-dd}";

    public string Fee => Record.Money("feeStudent") is { } fee ? $"{fee:#,##0.00} 元" : "见项目通知";
}
