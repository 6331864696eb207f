namespace Portal.GraduationClearance.Exports;

/// <summary>Notes every export in the audit before it leaves the house: who, what, with which filter, how many rows, why full numbers.</summary>
public sealed class ExportLogCommands(IWriteTransactions transactions, IAuditLog audit)
{
    public const int MaxReason = 200;

    public Task WriteAsync(ExportEntry entry, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = $"导出{entry.Export}",
            Subject = $"export:{entry.Export}",
            After = new { 条件 = entry.Query, 行数 = entry.RowCount, 完整身份证号 = entry.WithFullId ? "是" : "否", 原因 = entry.Reason },
        }), cancellationToken);
}

/// <summary>An export about to be handed out.</summary>
public sealed record ExportEntry
{
    /// <summary>Name of the list, for example 学生列表.</summary>
    public required string Export { get; init; }

    /// <summary>The filter in words.</summary>
    public required string Query { get; init; }

    public required int RowCount { get; init; }

    public bool WithFullId { get; init; }

    public string Reason { get; init; } = "";
}
