using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Teachers;

/// <summary>The foreign teachers in the pipeline or in post whom a post may read, and the plans that give them a place. Tens, not thousands: read whole.</summary>
internal sealed class TeacherListQueries(
    DbDataSource source, RecordCatalog catalog, RecordAccess access, PersonFileQueries files, HeadcountQueries headcounts, RecordTextService texts)
{
    public bool MayOpen => access.MayOpen(Type) && !access.IsPersonal(Type);

    public bool ShowsPermits => access.MayOpen(catalog.Get(ImmigrationDocType.TypeKey));

    public bool MayCreate => access.MayCreate(Type);

    private RecordType Type => catalog.Get(ForeignTeacherType.TypeKey);

    /// <summary>In the order of the stages, the newest first in each.</summary>
    public async Task<IReadOnlyList<TeacherRow>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(Type, [.. TeacherStages.All.SelectMany(stage => stage.States)], cancellationToken);
        return
        [
            .. from file in await files.ListAsync(ids, cancellationToken)
               let stage = TeacherStages.Of(file.Person)
               where stage is not null
               orderby TeacherStages.All.ToList().IndexOf(stage)
               select Row(file, stage),
        ];
    }

    /// <summary>Approved plans in reach.</summary>
    public async Task<IReadOnlyList<Headcount>> HeadcountsAsync(CancellationToken cancellationToken)
    {
        var plans = catalog.Get(TeacherPlanType.TypeKey);
        return access.MayOpen(plans) ? await headcounts.ListAsync(await IdsAsync(plans, ["approved"], cancellationToken), cancellationToken) : [];
    }

    private TeacherRow Row(PersonFile file, TeacherStage stage)
    {
        var state = Type.StateOf(file.Person.State);
        return new()
        {
            File = file,
            Checklist = Checklist.Of(file),
            Stage = stage,
            UnitName = texts.UnitName(file.Person.UnitId),
            State = new() { Kind = state.Kind, Text = state.Label },
        };
    }

    private async Task<IReadOnlyList<long>> IdsAsync(RecordType type, IReadOnlyList<string> states, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(type);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select r.id
            from toolkit_record r
            where r.type = @Key
              and r.state in @states
              {(reach.AllFacets is null ? "" : "and r.id in (select u.record_id from toolkit_record_unit u where u.type = r.type and u.unit_id in @UnitIds)")}
            order by r.id desc
            """,
            new { type.Key, states, reach.UnitIds },
            cancellationToken: cancellationToken))).AsList();
    }
}
