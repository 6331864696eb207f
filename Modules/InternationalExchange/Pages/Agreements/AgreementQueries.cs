using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Settings;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>协议台账: the agreements a post may read, newest first, with what each is worth today.</summary>
internal sealed class AgreementQueries(
    DbDataSource source, SqlDialect dialect, RecordCatalog catalog, RecordAccess access, RecordSettingQueries settings, RecordTextService texts, LocalTime local)
{
    private const int ExportChunk = 500;

    private const string Columns =
        """
        r.id, r.type, r.no, r.title, r.unit_id, r.head_id, r.head_name, r.owner_id, r.owner_name, r.kind, r.facet, r.state, r.secrecy, r.region, r.year, r.start_on, r.end_on,
        r.step_label, r.previous_id, r.version
        """;

    public bool MayOpen => access.MayOpen(Type);

    private RecordType Type => catalog.Get(AgreementType.TypeKey);

    public async Task<KeysetPage<AgreementRow>> ListAsync(AgreementFilter filter, long? after, long? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var days = await DaysAsync(cancellationToken);
        var rows = await ReadAsync(connection, filter, days, after, before, KeysetPage.Take, cancellationToken);
        return KeysetPage.Of(rows, after is not null, after is null && before is not null);
    }

    /// <summary>All of the filter, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<AgreementRow> StreamAsync(AgreementFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var days = await DaysAsync(cancellationToken);
        for (long? after = null; ;)
        {
            var rows = await ReadAsync(connection, filter, days, after, null, ExportChunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].Agreement.Id;
        }
    }

    /// <summary>How many there are of each effect.</summary>
    public async Task<IReadOnlyDictionary<AgreementEffect, int>> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var reach = access.ReachOf(Type);
        var days = await DaysAsync(cancellationToken);
        var counts = await connection.QueryAsync<(int Place, int Count)>(new CommandDefinition(
            string.Join("\nunion all\n", AgreementEffect.All.Select((effect, place) =>
                $"""
                select {place}, count(*)
                from toolkit_record r
                where r.type = @TypeKey
                  and {effect.Condition(dialect)}
                  and {RecordReachSql.Of(reach)}
                """)),
            new { AgreementType.TypeKey, today = local.Today, soon = local.Today.AddDays(days), unitIds = reach.UnitIds },
            cancellationToken: cancellationToken));
        return counts.ToDictionary(row => AgreementEffect.All[row.Place], row => row.Count);
    }

    /// <summary>Countries of the partners that agreements name.</summary>
    public async Task<IReadOnlyList<FieldChoice>> CountriesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var codes = await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            select distinct {RecordSql.Text(dialect, "p", "country")}
            from toolkit_record p
            where p.type = @partner
              and exists (select 1 from toolkit_record_link l where l.to_id = p.id and l.field = 'partners')
            """,
            new { partner = PartnerType.TypeKey },
            cancellationToken: cancellationToken));
        return [.. codes.Where(code => code is not null).Select(code => new FieldChoice(code, Countries.NameOf(code))).OrderBy(choice => choice.Key, StringComparer.Ordinal)];
    }

    private async Task<List<AgreementRow>> ReadAsync(
        DbConnection connection, AgreementFilter filter, int days, long? after, long? before, int take, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(Type);
        var backwards = before is not null && after is null;
        var found = (await connection.QueryAsync<RecordRow, string, RecordView>(
            new CommandDefinition(
                $"""
                select {Columns}, r.data
                from toolkit_record r
                where r.type = @TypeKey
                  and {string.Join("\n  and ", Conditions(filter).Prepend(RecordReachSql.Of(reach)))}
                  {(after is not null ? "and r.id < @after" : backwards ? "and r.id > @before" : "")}
                order by r.id {(backwards ? "" : "desc")}
                limit @take
                """,
                new
                {
                    AgreementType.TypeKey, partnerType = PartnerType.TypeKey, unitIds = reach.UnitIds, today = local.Today, soon = local.Today.AddDays(days),
                    text = filter.Text?.Trim(), partner = filter.Partner?.Trim(), filter.Country, filter.Kind, filter.UnitId, after, before, take,
                },
                cancellationToken: cancellationToken),
            (row, data) => new RecordView(row, JsonNode.Parse(data)!.AsObject(), []),
            splitOn: "data")).AsList();
        var countries = await CountriesOfAsync(connection, found, cancellationToken);
        var reasons = await ReasonsAsync(connection, found, cancellationToken);
        return
        [
            .. found.Select(agreement => new AgreementRow
            {
                Agreement = agreement,
                Effect = AgreementEffect.Of(agreement, local.Today, days),
                Today = local.Today,
                UnitName = texts.UnitName(agreement.UnitId),
                Countries = [.. agreement.Refs("partners").Select(partner => countries.GetValueOrDefault(partner.Id, "")).Where(name => name.Length > 0).Distinct()],
                Reason = reasons.GetValueOrDefault(agreement.Id, ""),
            }),
        ];
    }

    private IEnumerable<string> Conditions(AgreementFilter filter)
    {
        if (AgreementEffect.Find(filter.Effect) is { } effect)
            yield return effect.Condition(dialect);
        if (!string.IsNullOrWhiteSpace(filter.Text))
            yield return "(r.no = @text or instr(r.title, @text) > 0)";
        if (!string.IsNullOrWhiteSpace(filter.Partner))
            yield return Linked("(p.no = @partner or instr(p.title, @partner) > 0)");
        if (!string.IsNullOrWhiteSpace(filter.Country))
            yield return Linked($"{RecordSql.Text(dialect, "p", "country")} = @Country");
        if (!string.IsNullOrWhiteSpace(filter.Kind))
            yield return "r.kind = @Kind";
        if (filter.UnitId is not null)
            yield return "r.unit_id = @UnitId";
    }

    private static string Linked(string condition) =>
        $"""
        r.id in (
            select l.from_id
            from toolkit_record p
            join toolkit_record_link l on l.to_id = p.id and l.field = 'partners'
            where p.type = @partnerType
              and {condition})
        """;

    private async Task<Dictionary<long, string>> CountriesOfAsync(DbConnection connection, List<RecordView> agreements, CancellationToken cancellationToken)
    {
        var ids = agreements.SelectMany(agreement => agreement.Refs("partners")).Select(partner => partner.Id).Distinct().ToArray();
        if (ids.Length == 0)
            return [];
        var rows = await connection.QueryAsync<(long Id, string? Code)>(new CommandDefinition(
            $"select p.id, {RecordSql.Text(dialect, "p", "country")} from toolkit_record p where p.id in @ids", new { ids }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Code is null ? "" : Countries.NameOf(row.Code));
    }

    private static async Task<Dictionary<long, string>> ReasonsAsync(DbConnection connection, List<RecordView> agreements, CancellationToken cancellationToken)
    {
        var ids = agreements.Where(agreement => agreement.Has("terminatedOn")).Select(agreement => agreement.Id).ToArray();
        if (ids.Length == 0)
            return [];
        var rows = await connection.QueryAsync<(long Id, string Text)>(new CommandDefinition(
            "select record_id, text from toolkit_record_event where record_id in @ids and state = 'terminated' and text <> '' order by id desc", new { ids }, cancellationToken: cancellationToken));
        return rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Text);
    }

    private async Task<int> DaysAsync(CancellationToken cancellationToken) =>
        (await settings.ReadAsync(catalog.BookOf(Type), cancellationToken)).Number(ExchangeSettings.AgreementExpiringDays);
}
