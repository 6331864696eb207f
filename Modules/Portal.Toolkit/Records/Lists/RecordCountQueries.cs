using System.Data.Common;
using Dapper;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Lists;

/// <summary>What the cards and choices of a list offer, where an index answers at once.</summary>
public sealed class RecordCountQueries(DbDataSource source, RecordAccess access, IUnitContext context, IUnitTree units)
{
    /// <summary>Counting stops here.</summary>
    public const int Most = 1000;

    private const int MostUnits = 500;

    /// <summary>How many records stand in each state, states without any left out; at most one more than <see cref="Most"/>. Empty for a post that does not read all.</summary>
    public async Task<IReadOnlyList<(RecordState State, int Count)>> ByStateAsync(RecordType type, CancellationToken cancellationToken)
    {
        if (access.ReachOf(type).AllFacets is not null)
            return [];
        var states = StatesOf(type);
        var parameters = new DynamicParameters(new { type = type.Key, limit = Most + 1 });
        for (var index = 0; index < states.Count; index++)
            parameters.Add($"state{index}", states[index].Key);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var counts = (await connection.QueryAsync<(int Place, int Count)>(new CommandDefinition(
            string.Join("\nunion all\n", states.Select((_, index) =>
                $"""
                select {index}, count(*)
                from (
                    select id
                    from toolkit_record
                    where type = @type
                      and state = @state{index}
                    limit @limit
                ) counted{index}
                """)),
            parameters,
            cancellationToken: cancellationToken))).ToDictionary(row => row.Place, row => row.Count);
        return [.. states.Select((state, index) => (state, counts[index])).Where(counted => counted.Item2 > 0)];
    }

    /// <summary>Units to choose from: for whoever reads all those of the school that have records of the type, for others those of their reach; none where they are too many.</summary>
    public async Task<IReadOnlyList<long>> UnitsAsync(RecordType type, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(type);
        var ids = reach.AllFacets is null && context.Path is [_, var top, ..] ? [.. units.Subtree(top).Select(unit => unit.Id)] : reach.UnitIds;
        if (ids.Count is < 2 or > MostUnits)
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            """
            select unit.id
            from organisation_unit unit
            where unit.id in @ids
              and (select 1 from toolkit_record r where r.type = @Key and r.unit_id = unit.id limit 1) is not null
            order by unit.path
            """,
            new { type.Key, ids },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The states a record of the type can be in, in the order of its life.</summary>
    public static IReadOnlyList<RecordState> StatesOf(RecordType type)
    {
        string[] reviewed = [RecordState.InReview.Key, RecordState.Returned.Key, RecordState.Rejected.Key, RecordState.Withdrawn.Key];
        HashSet<string> keys =
        [
            RecordState.Draft.Key, type.ApprovedState, type.ImportedState, .. type.Moves.Select(move => move.To).Where(state => state != RecordMove.Stay), .. type.States.Select(state => state.Key),
            .. type.Route.Count > 0 ? reviewed : [],
        ];
        var common = RecordState.Common.Select(state => state.Key).ToList();
        return [.. keys.OrderBy(key => common.IndexOf(key) is >= 0 and var place ? place : common.IndexOf(RecordState.Active.Key)).Select(type.StateOf)];
    }
}
