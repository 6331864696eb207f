using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>勤俭办外事 (Art. 3): what was spent stands beside the budget, and whatever goes beyond it is explained.</summary>
internal static class Thrift
{
    public const string Budget = "budget";
    public const string Cost = "actualCost";
    public const string NoteId = "overspend";

    public static Field Note { get; } = new(NoteId, "超支说明", FieldKind.LongText, Required: false) { Hint = "实际支出超过预算时填写。" };

    public static bool IsOver(RecordView record) => record.Money(Cost) > record.Money(Budget);

    /// <summary>Before it is closed or reported.</summary>
    public static RecordGuard Explained(string on) => new(on, "第三条", context => Task.FromResult(context.Record switch
    {
        var record when !record.Has(Cost) => "还没有登记实际支出",
        var record when IsOver(record) && !record.Has(NoteId) => $"实际支出 {record.Money(Cost):#,##0.00} 元超过预算 {record.Money(Budget):#,##0.00} 元，须填写超支说明",
        _ => null,
    }));
}
