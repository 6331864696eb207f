namespace Portal.Toolkit.Records;

/// <summary>The only way from one state into another beside submit, withdraw and the decisions of the route.</summary>
/// <param name="Key">Unique within the type; guards and fields name it.</param>
/// <param name="From">Keys of the states it starts in.</param>
/// <param name="To">Key of the state it ends in; <see cref="Stay"/> for a move that only records something.</param>
/// <param name="Label">The button: 启动实施.</param>
/// <param name="By">Whoever holds one of these acts on the record.</param>
public sealed record RecordMove(string Key, IReadOnlyList<string> From, string To, string Label, params IReadOnlyList<Act> By)
{
    /// <summary>In the place of a state: the record stays in the one it is in.</summary>
    public const string Stay = "";

    public const string Activate = "activate";
    public const string Close = "close";
    public const string Cancel = "cancel";
    public const string Archive = "archive";
    public const string Reopen = "reopen";
    public const string Terminate = "terminate";

    /// <summary>The state after it, of a record that is in this one.</summary>
    public string EndsIn(string state) => To == Stay ? state : To;

    /// <summary>Whether a reason must be given.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Only these unit roles, of those that hold the act; null for all.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Offered only to a record that fits; null always. What stands against the move itself is a guard.</summary>
    public Func<RecordView, bool>? When { get; init; }

    /// <summary>Not offered to people; the module's own code makes it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>启动, 办结, 取消, 归档, 重新打开: what most types need.</summary>
    public static IReadOnlyList<RecordMove> Standard { get; } =
    [
        new(Activate, ["approved"], "active", "启动实施", Act.Execute, Act.Create),
        new(Close, ["active"], "closed", "办结", Act.Execute, Act.Create),
        new(Cancel, ["approved", "active"], "cancelled", "取消", Act.Execute, Act.Create) { NeedsReason = true },
        new(Archive, ["closed", "cancelled", "terminated"], "archived", "归档", Act.File),
        new(Reopen, ["closed", "archived"], "active", "重新打开", Act.File) { NeedsReason = true },
    ];
}
