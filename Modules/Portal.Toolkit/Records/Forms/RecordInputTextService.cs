using System.Globalization;
using Portal.Toolkit.Records.Input;
using Portal.Units;

namespace Portal.Toolkit.Records.Forms;

/// <summary>Stored values as a form's inputs hold them; what <see cref="RecordInputService"/> reads back.</summary>
public sealed class RecordInputTextService(IPostDirectory people, LocalTime local)
{
    /// <summary>The texts of these fields.</summary>
    public async Task<RecordFormTexts> OfAsync(RecordView record, IReadOnlyList<Field> fields, bool withCommon, CancellationToken cancellationToken)
    {
        var texts = new RecordFormTexts();
        foreach (var field in fields)
            Write(texts, field, field.Id, record);
        if (withCommon)
            await CommonAsync(texts, record.Row, cancellationToken);
        return texts;
    }

    /// <summary>A person as an input shows him.</summary>
    public static string Person(string name, string account) => $"{name}（{account}）";

    private void Write(RecordFormTexts texts, Field field, string name, RecordValues values)
    {
        if (field.Kind != FieldKind.Rows)
        {
            texts[name] = Of(field, values);
            return;
        }

        foreach (var (row, index) in values.Rows(field.Id).Select((row, index) => (row, index)))
        {
            foreach (var column in field.Columns!)
                Write(texts, column, $"{name}[{index}].{column.Id}", row);
        }
    }

    private IReadOnlyList<string> Of(Field field, RecordValues values) => field.Kind switch
    {
        FieldKind.DateTime => values.Time(field.Id) is { } time ? [local.ToLocal(time).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)] : [],
        FieldKind.Country => [.. values.Texts(field.Id).Select(Countries.NameOf)],
        FieldKind.Person => [.. values.People(field.Id).Select(person => Person(person.Name, person.Account))],
        FieldKind.Ref => [.. values.Refs(field.Id).Select(reference => RecordReferenceQueries.TextOf(reference.No, reference.Title))],
        _ => values.Texts(field.Id),
    };

    private async Task CommonAsync(RecordFormTexts texts, RecordRow row, CancellationToken cancellationToken)
    {
        var known = (await people.ListPeopleAsync([.. new[] { row.HeadId ?? 0, row.OwnerId }.Where(id => id > 0).Distinct()], cancellationToken)).ToDictionary(person => person.Id);
        texts["title"] = [row.Title];
        texts["unitHead"] = Of(row.HeadId ?? 0);
        texts["owner"] = Of(row.OwnerId);
        texts["year"] = [row.Year.ToString(CultureInfo.InvariantCulture)];
        texts["level"] = [row.Level];
        texts["secrecy"] = [row.Secrecy];
        texts["region"] = [row.Region];
        texts["remarks"] = [row.Remarks];

        IReadOnlyList<string> Of(long id) => known.TryGetValue(id, out var person) ? [Person(person.Name, person.Account)] : [];
    }
}
