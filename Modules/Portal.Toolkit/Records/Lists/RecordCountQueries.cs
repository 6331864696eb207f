using System.Data.Common;
using Dapper;
using Portal.Toolkit.Records.Access;

namespace Portal.Toolkit.Records.Lists;

/// <summary>What the cards and choices of a list offer, where an index answers at once.</summary>
public sealed class RecordCountQueries(DbDataSource source, RecordAccess access)
{
    /// <summary>Counting stops here.</summary>
    public const int Most = 1000;

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

    /// <summary>The units that have records of the type, for whoever reads all; for others those of their reach.</summary>
    public async Task<IReadOnlyList<long>> UnitsAsync(RecordType type, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(type);
        if (reach.AllFacets is not null)
            return reach.UnitIds.Count > 1 ? reach.UnitIds : [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            """
            with recursive found(unit_id) as (
                select min(unit_id)
                from toolkit_record
                where type = @Key
                union all
                select (select min(r.unit_id) from toolkit_record r where r.type = @Key and r.unit_id > found.unit_id)
                from found
                where found.unit_id is not null
            )
            select unit_id
            from found
            where unit_id is not null
            """,
            new { type.Key },
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
