using System.Globalization;
using Portal.Toolkit.Components;
using Portal.Units;

namespace Portal.Toolkit.Records.Reading;

/// <summary>Values of fields as people read them: labels of choices, names of units and countries, times of the portal's zone.</summary>
public sealed class RecordTextService(IUnitTree units, LocalTime local)
{
    private const int MostShownEnds = 2;

    /// <summary>Empty for a field without a value, and for files.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Values of the record, or of one of its rows.</param>
    /// <param name="masksSecrets">Whether a sensitive value shows its ends only.</param>
    public string Of(Field field, RecordValues values, bool masksSecrets = true)
    {
        if (!values.Has(field.Id))
            return "";
        if (field.Sensitive && masksSecrets)
            return Mask(values[field.Id] ?? "");
        return field.Kind switch
        {
            FieldKind.Choice => Join(values.Texts(field.Id).Select(field.Choices.LabelOf)),
            FieldKind.Country => Join(values.Texts(field.Id).Select(Countries.NameOf)),
            FieldKind.Unit => Join(values.Units(field.Id).Select(UnitName)),
            FieldKind.Person => Join(values.People(field.Id).Select(person => person.Name)),
            FieldKind.Ref => Join(values.Refs(field.Id).Select(reference => $"{reference.No} {reference.Title}")),
            FieldKind.YesNo => values.Bool(field.Id) ? "是" : "否",
            FieldKind.Money => values.Money(field.Id)?.ToString("#,##0.00", CultureInfo.InvariantCulture) ?? "",
            FieldKind.DateTime => local.Text(values.Time(field.Id)),
            FieldKind.Rows => string.Join('；', values.Rows(field.Id).Select(row => OfRow(field, row, masksSecrets))),
            FieldKind.File => "",
            _ => values[field.Id] ?? "",
        };
    }

    /// <summary>The fields in which two contents of a record differ, in the order of the type.</summary>
    public IReadOnlyList<StaleDifference> Differences(RecordType type, RecordView before, RecordView after, Func<Field, bool> shows, bool masksSecrets) =>
    [
        .. type.Fields.Where(field => shows(field) && Of(field, before, masksSecrets: false) != Of(field, after, masksSecrets: false))
            .Select(field => new StaleDifference(field.Label, Of(field, before, masksSecrets), Of(field, after, masksSecrets))),
    ];

    /// <summary>The name of a unit; its id when the unit is gone.</summary>
    public string UnitName(long id) => units.Find(id)?.Name ?? id.ToString(CultureInfo.InvariantCulture);

    /// <summary>E1****67: the ends of a passport or document number, of a short text none of it.</summary>
    public static string Mask(string text) => text.Length > 3 * MostShownEnds
        ? $"{text[..MostShownEnds]}{new string('*', text.Length - (2 * MostShownEnds))}{text[^MostShownEnds..]}"
        : new string('*', text.Length);

    private string OfRow(Field field, RecordValues row, bool masksSecrets) =>
        string.Join('，', field.Columns!.Select(column => Of(column, row, masksSecrets)).Where(text => text.Length > 0));

    private static string Join(IEnumerable<string> texts) => string.Join('、', texts);
}
