using System.Globalization;
using Portal.Toolkit.Records.Input;
using Portal.Units;

namespace Portal.Toolkit.Records.Forms;

/// <summary>What a form suggests: countries, people, records the post may read, units of the own institution.</summary>
public sealed class RecordSuggestionQueries(RecordPeopleQueries people, RecordReferenceQueries records, IUnitContext context, IUnitTree units)
{
    private const string CountryList = "list-countries";
    private const string PeopleList = "list-people";

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
        {
            var known = await people.SuggestAsync(type, cancellationToken);
            lists.Add(new(PeopleList, [.. known.Select(choice => new FieldChoice(RecordInputTextService.Person(choice.Person.Name, choice.Person.Account), choice.Place))]));
        }

        foreach (var field in fields.Where(field => field.Kind == FieldKind.Ref).DistinctBy(field => field.RefType))
            lists.Add(new(ListOf(field)!, await records.SuggestAsync(field.RefType!, cancellationToken)));
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
}
