using System.Data.Common;
using System.Globalization;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Lists;
using Portal.Units;

namespace Portal.Toolkit.Records.Forms;

/// <summary>What a form suggests: countries, people named before by the unit, records the post may read, units of the own institution.</summary>
public sealed class RecordSuggestionQueries(DbDataSource source, RecordTypeService types, RecordListQueries records, IPostDirectory people, IUnitContext context, IUnitTree units)
{
    private const string CountryList = "list-countries";
    private const string PeopleList = "list-people";
    private const int MostRecords = 300;

    /// <summary>Id of the list a field takes its suggestions from; null without one.</summary>
    internal static string? ListOf(Field field) => field.Kind switch
    {
        FieldKind.Country => CountryList,
        FieldKind.Person => PeopleList,
        FieldKind.Ref => $"list-{field.RefType!.Replace('.', '-')}",
        _ => null,
    };

    /// <summary>The lists that these fields need.</summary>
    internal async Task<IReadOnlyList<RecordFormList>> ListAsync(RecordType type, IReadOnlyList<Field> fields, CancellationToken cancellationToken)
    {
        var lists = new List<RecordFormList>();
        if (fields.Any(field => field.Kind == FieldKind.Country))
            lists.Add(new(CountryList, [.. Countries.All.Select(country => new FieldChoice(country.Label, country.Key))]));
        if (fields.Any(field => field.Kind == FieldKind.Person))
            lists.Add(new(PeopleList, await PeopleAsync(type, cancellationToken)));
        foreach (var field in fields.Where(field => field.Kind == FieldKind.Ref).DistinctBy(field => field.RefType))
        {
            var known = types.Find(field.RefType!) is { } other ? (await records.ListAsync(other, new(), null, null, cancellationToken)).Rows : [];
            lists.Add(new(ListOf(field)!, [.. known.Select(found => new FieldChoice(found.Row.No, found.Row.Title))]));
        }

        return lists;
    }

    /// <summary>Units of the own institution, and those that are chosen already.</summary>
    internal IReadOnlyList<FieldChoice> Units(IReadOnlyList<string> chosen)
    {
        var top = context.Path is [_, var institution, ..] ? institution : units.Root?.Id ?? 0;
        var own = units.Subtree(top);
        var others = chosen.Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? units.Find(id) : null).OfType<Unit>().Where(unit => !own.Contains(unit)).Distinct();
        return [.. own.Concat(others).Select(unit => new FieldChoice(unit.Id.ToString(CultureInfo.InvariantCulture), unit.Name))];
    }

    private async Task<IReadOnlyList<FieldChoice>> PeopleAsync(RecordType type, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await ReadSession.Of(connection, cancellationToken).QueryAsync<PeopleRow>(
            """
            select head_id, owner_id
            from toolkit_record
            where type = @Key
              and unit_id = @UnitId
            order by id desc
            limit @MostRecords
            """,
            new { type.Key, context.UnitId, MostRecords });
        var ids = rows.SelectMany(row => new[] { row.HeadId ?? 0, row.OwnerId }).Append(context.Person?.Id ?? 0).Where(id => id > 0).Distinct().ToArray();
        return [.. (await people.ListPeopleAsync(ids, cancellationToken)).OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => new FieldChoice(RecordInputTextService.Person(person.Name, person.Account), ""))];
    }

    private sealed record PeopleRow
    {
        public long? HeadId { get; init; }

        public long OwnerId { get; init; }
    }
}
