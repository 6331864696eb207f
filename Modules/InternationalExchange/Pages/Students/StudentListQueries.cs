using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Students;

/// <summary>
/// The students from abroad whom a post may read and who have not left yet, each with his checklist. A school has hundreds of them: they are read whole, so that
/// list, counters and dossier ask the same rules.
/// </summary>
internal sealed class StudentListQueries(DbDataSource source, RecordCatalog catalog, RecordAccess access, PersonFileQueries files, RecordTextService texts)
{
    private const int Chunk = 200;

    private static readonly string[] _living =
        ["applied", "admitted", "arrived", "registered", "suspending", "suspended", "resuming", "dropping", "graduation-review", "graduated", "completed", "dropped"];

    /// <summary>Whether the page exists for the post at all.</summary>
    public bool MayOpen => access.MayOpen(Type) && !access.IsPersonal(Type);

    public bool ShowsPermits => access.MayOpen(catalog.Get(ImmigrationDocType.TypeKey));

    private RecordType Type => catalog.Get(IntlStudentType.TypeKey);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<StudentRow>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = new List<StudentRow>();
        foreach (var chunk in (await IdsAsync(cancellationToken)).Chunk(Chunk))
        {
            foreach (var file in await files.ListAsync(chunk, cancellationToken))
                rows.Add(Row(file));
        }

        return rows;
    }

    private StudentRow Row(PersonFile file)
    {
        var state = Type.StateOf(file.Person.State);
        return new()
        {
            File = file,
            Checklist = Checklist.Of(file),
            CollegeName = texts.UnitName(ImmigrationHolder.UnitOf(file.Person)),
            State = new() { Kind = state.Kind, Text = state.Label },
        };
    }

    private async Task<IReadOnlyList<long>> IdsAsync(CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(Type);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select r.id
            from toolkit_record r
            where r.type = @TypeKey
              and r.state in @_living
              and ({string.Join(" or ", Reaches(reach))})
            order by r.id desc
            """,
            new { IntlStudentType.TypeKey, _living, facets = reach.AllFacets ?? [], unitIds = reach.UnitIds, unitFacets = reach.UnitFacets ?? [] },
            cancellationToken: cancellationToken))).AsList();
    }

    private static IEnumerable<string> Reaches(RecordReach reach)
    {
        if (reach.AllFacets is null)
            yield return "1 = 1";
        else
            yield return reach.AllFacets.Count == 0 ? "1 = 0" : "r.facet in @facets";
        if (reach.UnitIds.Count > 0)
            yield return $"r.id in (select u.record_id from toolkit_record_unit u where u.type = r.type and u.unit_id in @unitIds){(reach.UnitFacets is null ? "" : " and r.facet in @unitFacets")}";
    }
}
