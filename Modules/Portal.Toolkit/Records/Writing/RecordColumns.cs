namespace Portal.Toolkit.Records.Writing;

/// <summary>The columns that follow from the values.</summary>
internal static class RecordColumns
{
    private const int MostTitle = 200;

    public static RecordView Fill(RecordType type, RecordView record, DateTime now)
    {
        var title = type.TitleOf(record) ?? record.Title;
        var (start, end) = type.Period;
        return record.With(record.Row with
        {
            Title = title.Length <= MostTitle ? title : title[..MostTitle],
            PersonId = type.PersonOf(record),
            Kind = type.KindField is { } kind ? record[kind] ?? "" : "",
            Facet = type.FacetOf(record),
            StartOn = start is null ? null : record.Date(start),
            EndOn = end is null ? null : record.Date(end),
            UpdatedAt = now,
        });
    }
}
