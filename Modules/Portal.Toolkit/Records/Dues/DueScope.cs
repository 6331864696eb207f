using System.Globalization;
using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Dues;

/// <summary>
/// Which due dates the current post sees. Each way in which it reaches them is a part of its own that one index answers, so that neither the college with a
/// few nor the office with many looks through those of everybody.
/// </summary>
internal sealed class DueScope
{
    private const string Dues = "toolkit_record_due due";
    private const string OfPartners = $"toolkit_record_unit shared join {Dues} on due.record_id = shared.record_id";
    private const string OfRecords = $"toolkit_record record join {Dues} on due.record_id = record.id";
    private const string WithRecord = " join toolkit_record record on record.id = due.record_id";

    private readonly List<(string From, string Condition)> _parts = [];

    private bool _mayRepeat;

    private DueScope()
    {
    }

    /// <summary>Of all parts.</summary>
    public Dictionary<string, object?> Parameters { get; } = [];

    /// <summary>Those of its own unit and person, those its unit takes part in, and those its office is told of; or all it may read. Null when there is no way to any.</summary>
    public static DueScope? Of(RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context, bool all)
    {
        var scope = new DueScope();
        var types = catalog.Books.Where(book => modules.IsEnabled(book.ModuleId, context.UnitId)).SelectMany(book => book.Types)
            .Where(type => type.Dues.Count > 0).Select(type => (Type: type, Reach: access.ReachOf(type))).Where(pair => pair.Reach.IsAny).ToArray();

        // What every unit of the school owes is not the school office's own.
        var isOffice = !all && catalog.Books.SelectMany(access.RolesIn).Any(role => role.IsOffice);
        scope.Parameters["units"] = isOffice ? [context.UnitId] : types.SelectMany(pair => pair.Reach.UnitIds).Distinct().ToArray();
        scope.Parameters["me"] = context.Person?.Id;
        var (whole, others) = (types.Where(pair => all && pair.Reach.AllFacets is null).ToArray(), types.Where(pair => !all || pair.Reach.AllFacets is not null).ToArray());
        foreach (var (type, _) in whole)
            scope.Add(Dues, "due.type = {0}", type.Key);
        scope.AddOfUnits([.. others.Where(pair => pair.Reach is { UnitIds.Count: > 0, UnitFacets: null }).Select(pair => pair.Type.Key)], null);
        foreach (var (type, reach) in others.Where(pair => pair.Reach is { UnitIds.Count: > 0, UnitFacets: not null }))
            scope.AddOfUnits([type.Key], reach.UnitFacets);
        scope.AddOfPerson([.. others.Where(pair => pair.Reach.PersonId is not null).Select(pair => pair.Type.Key)]);
        foreach (var (type, reach) in others)
        {
            var roles = access.RolesIn(catalog.BookOf(type)).Select(role => role.Key).ToHashSet(StringComparer.Ordinal);
            scope.AddOfOffice(type.Key, [.. type.Dues.Where(due => all || due.Offices.Any(roles.Contains)).Select(due => due.Key)], reach.AllFacets);
        }

        return scope._parts.Count == 0 ? null : scope;
    }

    /// <summary>The statement that picks them: record_id, due_key and due_at, each once.</summary>
    /// <param name="conditions">Over <c>due</c>, to hold together.</param>
    /// <param name="tail">Order and limit of each part; empty for all of them.</param>
    public string Sql(IEnumerable<string> conditions, string tail = "") => string.Join(_mayRepeat ? "\nunion\n" : "\nunion all\n", _parts.Select((part, index) =>
        $"""
        select record_id, due_key, due_at
        from (
            select due.record_id, due.due_key, due.due_at
            from {part.From}
            where {string.Join("\n  and ", conditions.Prepend(part.Condition))}
            {tail}
        ) part{index}
        """));

    private void AddOfUnits(string[] types, IReadOnlyList<string>? facets)
    {
        if (types.Length == 0)
            return;
        _mayRepeat = true;
        var (withRecord, ofFacets) = facets is null ? ("", "") : (WithRecord, " and record.facet in {1}");
        Add(Dues + withRecord, $"due.unit_id in @units and due.type in {{0}}{ofFacets}", types, facets);
        Add(OfPartners + withRecord, $"shared.type in {{0}} and shared.unit_id in @units and shared.role = 'partner'{ofFacets}", types, facets);
    }

    // A list, because an array of texts would pass for the parameters themselves.
    private void AddOfPerson(IReadOnlyList<string> types)
    {
        if (types.Count == 0)
            return;
        _mayRepeat = true;
        Add(OfRecords, "record.owner_id = @me and record.type in {0}", types);
        Add(OfRecords, "record.person_id = @me and record.type in {0}", types);
    }

    private void AddOfOffice(string type, string[] keys, IReadOnlyList<string>? facets)
    {
        if (keys.Length > 0 && facets is not { Count: 0 })
            Add(facets is null ? Dues : Dues + WithRecord, $"due.type = {{0}} and due.due_key in {{1}}{(facets is null ? "" : " and record.facet in {2}")}", type, keys, facets);
    }

    private void Add(string from, string condition, params object?[] values)
    {
        // Dapper numbers the elements of a list: a list p1 would take the name of a parameter p11.
        var names = values.Select((_, index) => $"p{Parameters.Count + index}x").ToArray();
        foreach (var (name, value) in names.Zip(values).Where(pair => pair.Second is not null))
            Parameters[name] = value;
        _parts.Add((from, string.Format(CultureInfo.InvariantCulture, condition, [.. names.Select(name => $"@{name}")])));
    }
}
