namespace Portal.Toolkit.Records.Lists;

/// <summary>常用筛选 of a person; row of <c>toolkit_record_filter</c>.</summary>
public sealed record SavedRecordFilter
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The conditions as a query string without question mark.</summary>
    public string Query { get; init; } = "";
}
