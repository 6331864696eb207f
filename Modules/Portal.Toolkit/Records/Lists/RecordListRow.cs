namespace Portal.Toolkit.Records.Lists;

/// <summary>A record of a list.</summary>
/// <param name="Row">Its columns.</param>
/// <param name="Values">The values of its fields; sensitive ones are still encrypted unless the export reads them.</param>
/// <param name="SeesEverything">False where the reader sees <see cref="Field.Open"/> fields only.</param>
public sealed record RecordListRow(RecordRow Row, RecordValues Values, bool SeesEverything)
{
    /// <summary>Whether the reader sees a field of it.</summary>
    public bool Shows(Field field) => SeesEverything || field.Open;

    /// <summary>The label of its kind; empty without one, and where the reader does not see it.</summary>
    public string KindLabel(RecordType type) => type.KindField is { } id && type.Find(id) is { } field && Shows(field) ? field.Choices.LabelOf(Row.Kind) : "";
}
