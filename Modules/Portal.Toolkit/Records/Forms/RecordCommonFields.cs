namespace Portal.Toolkit.Records.Forms;

/// <summary>The common fields in the shape of a type's own, for form and comparison.</summary>
internal static class RecordCommonFields
{
    public static Field[] Of(RecordType type, RecordView record) =>
    [
        .. type.TitleOf(record) is null ? [new Field("title", "标题", FieldKind.Text)] : Array.Empty<Field>(),
        new("unitHead", "单位一把手", FieldKind.Person, Required: type.Route.Count > 0) { Hint = "填写姓名；有同名的填写账号。" },
        new("owner", "责任人", FieldKind.Person, Required: false) { Hint = "谁实施谁负责，责任到人；不填即为本人。" },
        new("year", "年度", FieldKind.Int) { Min = 2000, Max = 2100 },
        new("level", "层级", FieldKind.Choice, Required: false, Options: Options(RecordWords.Levels)),
        new("secrecy", "密级", FieldKind.Choice, Options: Options(RecordWords.Secrecies)),
        new("region", "地域", FieldKind.Choice, Options: Options(RecordWords.Regions)),
        new("remarks", "备注", FieldKind.LongText, Required: false, Max: 2000),
    ];

    public static IEnumerable<(string Label, string Text)> Texts(RecordView record)
    {
        var row = record.Row;
        yield return ("标题", row.Title);
        yield return ("单位一把手", row.HeadName);
        yield return ("责任人", row.OwnerName);
        yield return ("年度", $"{row.Year}");
        yield return ("层级", RecordWords.Levels.LabelOf(row.Level));
        yield return ("密级", RecordWords.Secrecies.LabelOf(row.Secrecy));
        yield return ("地域", RecordWords.Regions.LabelOf(row.Region));
        yield return ("备注", row.Remarks);
    }

    private static string Options(IEnumerable<FieldChoice> choices) => string.Join(';', choices.Select(choice => $"{choice.Key}={choice.Label}"));
}
