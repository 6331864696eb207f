using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Moves that several types share.</summary>
internal static class Moves
{
    /// <summary>Key of fields that only the module's own code fills in.</summary>
    public const string System = "system";

    /// <summary>办结、取消、归档、重新打开 of records that are in force as soon as they are approved.</summary>
    public static IReadOnlyList<RecordMove> OfRegister(string live = "approved") =>
    [
        new(RecordMove.Close, [live], "closed", "办结", Act.Execute, Act.Create),
        new(RecordMove.Cancel, [live], "cancelled", "取消", Act.Execute, Act.Create) { NeedsReason = true },
        Archive("closed", "cancelled"),
        new(RecordMove.Reopen, ["closed", "archived"], live, "重新打开", Act.File) { NeedsReason = true },
    ];

    public static RecordMove Archive(params IReadOnlyList<string> from) => new(RecordMove.Archive, from, "archived", "归档", Act.File);

    /// <summary>Stands for what the module's own code writes; nobody is offered it.</summary>
    public static RecordMove OfSystem(string state) => new(System, [state], RecordMove.Stay, "系统登记") { IsInternal = true };
}
