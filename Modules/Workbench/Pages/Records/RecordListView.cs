using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Lists;
using Portal.Toolkit.Records.Reading;

namespace Portal.Workbench.Pages.Records;

/// <summary>What the list of a type shows.</summary>
internal sealed record RecordListView
{
    public required RecordType Type { get; init; }

    public required RecordFilter Filter { get; init; }

    public required RecordListAddress Address { get; init; }

    public required KeysetPage<RecordListRow> Page { get; init; }

    /// <summary>Empty where counting would cost more than the list.</summary>
    public IReadOnlyList<(RecordState State, int Count)> Counts { get; init; } = [];

    public IReadOnlyList<(long Id, string Name)> Units { get; init; } = [];

    public IReadOnlyList<SavedRecordFilter> Saved { get; init; } = [];

    public bool MayCreate { get; init; }

    public bool MayImport { get; init; }

    public required RecordTextService Texts { get; init; }

    public IReadOnlyList<RecordState> States => RecordCountQueries.StatesOf(Type);

    public Field? KindField => Type.KindField is { } id ? Type.Find(id) : null;

    public bool HasPeriod => Type.Period.Start is not null;

    /// <summary>Heading of the dates, or of the year where the type has none.</summary>
    public string PeriodLabel => Type.Period switch
    {
        (null, _) => "年度",
        ({ } start, null) => Type.Find(start)!.Label,
        _ => "起止日期",
    };

    /// <summary>Columns of the type's own; sensitive values are in no list.</summary>
    public IReadOnlyList<Field> Columns => [.. Type.Fields.Where(known => known is { InList: true, Sensitive: false } && known.Id != Type.KindField && known.Id != Type.Period.Start && known.Id != Type.Period.End)];

    /// <summary>Of references the titles alone: numbers would make the table wide.</summary>
    public string Text(Field column, RecordListRow row) => !row.Shows(column) ? ""
        : column.Kind == FieldKind.Ref ? string.Join('、', row.Values.Refs(column.Id).Select(reference => reference.Title.Length > 0 ? reference.Title : reference.No))
        : Texts.Of(column, row.Values);

    public static string Period(RecordRow row) =>
        row.EndOn is null || row.EndOn == row.StartOn ? $"{row.StartOn:yyyy-MM-dd}" : $"{row.StartOn:yyyy-MM-dd} 至 {row.EndOn:yyyy-MM-dd}";
}
