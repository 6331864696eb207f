using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Dues;

/// <summary>Which due dates the current post sees, as a condition of SQL over <c>due</c> and <c>record</c>.</summary>
internal sealed record DueScope(string Condition, Dictionary<string, object?> Parameters)
{
    private const string OfUnit =
        """
        (due.unit_id in @units or exists (
            select 1 from toolkit_record_unit shared where shared.type = due.type and shared.unit_id in @units and shared.record_id = due.record_id and shared.role = 'partner'))
        """;

    /// <summary>Those of its own unit and person, those its unit takes part in, and those its office is told of; or all it may read.</summary>
    public static DueScope? Of(RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context, bool all)
    {
        var types = catalog.Books.Where(book => modules.IsEnabled(book.ModuleId, context.UnitId)).SelectMany(book => book.Types)
            .Where(type => type.Dues.Count > 0).Select(type => (Type: type, Reach: access.ReachOf(type))).Where(pair => pair.Reach.IsAny).ToArray();
        var groups = new List<string>();
        var parameters = new Dictionary<string, object?>();
        Add("due.type in @everywhere", "everywhere", types.Where(pair => all && pair.Reach.AllFacets is null).Select(pair => pair.Type.Key));
        Add($"due.type in @ofUnit and {OfUnit}", "ofUnit", types.Where(pair => pair.Reach is { UnitIds.Count: > 0, UnitFacets: null }).Select(pair => pair.Type.Key));
        foreach (var (type, reach) in types.Where(pair => pair.Reach is { UnitIds.Count: > 0, UnitFacets: not null }))
        {
            // Dapper numbers the elements of a list: a list u1 would take the name of a parameter u11.
            var name = $"u{parameters.Count}";
            (parameters[$"{name}Type"], parameters[$"{name}Facets"]) = (type.Key, reach.UnitFacets);
            groups.Add($"due.type = @{name}Type and record.facet in @{name}Facets and {OfUnit}");
        }

        Add("due.type in @ofPerson and (record.owner_id = @me or record.person_id = @me)", "ofPerson", types.Where(pair => pair.Reach.PersonId is not null).Select(pair => pair.Type.Key));
        parameters["me"] = context.Person?.Id;

        // What every unit of the school owes is not the school office's own.
        var isOffice = !all && catalog.Books.SelectMany(access.RolesIn).Any(role => role.IsOffice);
        parameters["units"] = isOffice ? [context.UnitId] : types.SelectMany(pair => pair.Reach.UnitIds).Distinct().ToArray();
        foreach (var (type, reach) in types)
        {
            var roles = access.RolesIn(catalog.BookOf(type)).Select(role => role.Key).ToHashSet(StringComparer.Ordinal);
            var keys = type.Dues.Where(due => due.Offices.Any(roles.Contains)).Select(due => due.Key).ToArray();
            var facets = reach.AllFacets;
            if (facets is { Count: 0 } || (keys.Length == 0 && !all) || (all && facets is null))
                continue;
            var name = $"t{parameters.Count}";
            (parameters[$"{name}Type"], parameters[$"{name}Keys"], parameters[$"{name}Facets"]) = (type.Key, keys, facets);
            groups.Add($"due.type = @{name}Type{(all ? "" : $" and due.due_key in @{name}Keys")}{(facets is null ? "" : $" and record.facet in @{name}Facets")}");
        }

        return groups.Count == 0 ? null : new($"({string.Join(" or ", groups.Select(group => $"({group})"))})", parameters);

        void Add(string condition, string name, IEnumerable<string> keys)
        {
            if (keys.ToArray() is not { Length: > 0 } found)
                return;
            parameters[name] = found;
            groups.Add(condition);
        }
    }
}
