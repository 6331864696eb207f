using System.Text.Json.Nodes;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Agreements;

/// <summary>Partners, agreements and what rests on them.</summary>
internal static class AgreementSamples
{
    public const string Agreement = "exchange.agreement";
    public const string Project = "exchange.project";
    public const string Programme = "exchange.outbound-programme";

    /// <summary>Takes away those of the demo.</summary>
    public static async Task ClearAgreementsAsync<T>(this CaseFixture<T> portal)
        where T : ITestDialect
    {
        foreach (var table in new[] { "toolkit_record_due", "toolkit_record" })
            await portal.Database.ExecuteAsync($"delete from {table} where type in ('exchange.agreement', 'exchange.partner', 'exchange.project')");
    }

    /// <summary>A partner that 国际交流处 has verified.</summary>
    public static Task<long> PartnerAsync<T>(this CaseFixture<T> portal, string name, string country = "DE")
        where T : ITestDialect => portal.PutAsync("exchange.partner", "国际交流处", "verified", new JsonObject { ["nameCn"] = name, ["country"] = country }.ToJsonString(), title: name);

    /// <summary>An agreement as the database has it.</summary>
    public static async Task<long> PutAgreementAsync<T>(this CaseFixture<T> portal, AgreementData data, params long[] partners)
        where T : ITestDialect
    {
        var values = new JsonObject { ["kind"] = "exchange", ["effectiveFrom"] = data.From };
        Set("expiresOn", data.To);
        Set("ourSignedOn", data.Ours);
        Set("partnerSignedOn", data.Partners);
        Set("terminatedOn", data.TerminatedOn);
        if (data.OpenEnded)
            values["openEnded"] = true;
        if (partners.Length > 0)
            values["partners"] = new JsonArray([.. await Task.WhenAll(partners.Select(portal.NamedAsync))]);
        var id = await portal.PutAsync(Agreement, data.Unit, data.State, values.ToJsonString(), title: data.Title);
        await portal.Database.ExecuteAsync("update toolkit_record set kind = 'exchange', start_on = @From, end_on = @To where id = @id", new { data.From, data.To, id });
        foreach (var partner in partners)
            await portal.LinkAsync(id, "partners", partner);
        return id;

        void Set(string field, string? value)
        {
            if (value is not null)
                values[field] = value;
        }
    }

    /// <summary>A record that names others by one field.</summary>
    public static async Task<long> RestingAsync<T>(this CaseFixture<T> portal, string type, string state, string field, long agreement, string startOn, string facet = "teaching", string unit = CaseFixture<T>.College)
        where T : ITestDialect
    {
        var reference = await portal.RefAsync(agreement);
        var values = new JsonObject { ["startOn"] = startOn, ["endOn"] = "2027-12-31", ["kind"] = "exchange", [field] = field == "agreements" ? new JsonArray(reference) : reference };
        var id = await portal.PutAsync(type, unit, state, values.ToJsonString(), facet, $"依据协议的事项 {agreement}");
        await portal.LinkAsync(id, field, agreement);
        return id;
    }

    public static Task LinkAsync<T>(this CaseFixture<T> portal, long from, string field, long to)
        where T : ITestDialect => portal.Database.ExecuteAsync("insert into toolkit_record_link (from_id, field, to_id) values (@from, @field, @to)", new { from, field, to });

    private static async Task<JsonNode?> NamedAsync<T>(this CaseFixture<T> portal, long id)
        where T : ITestDialect
    {
        var reference = await portal.RefAsync(id);
        reference["title"] = await portal.Database.ScalarAsync<string>("select title from toolkit_record where id = @id", new { id });
        return reference;
    }
}

/// <summary>Dates of an agreement; by default in force on the day of the cases.</summary>
internal sealed record AgreementData
{
    public string Title { get; init; } = "学生交换协议";

    public string Unit { get; init; } = "工程学院";

    public string State { get; init; } = "signed";

    public string? Ours { get; init; } = "2026-01-10";

    public string? Partners { get; init; } = "2026-01-12";

    public string From { get; init; } = "2026-02-01";

    public string? To { get; init; } = "2029-01-31";

    public bool OpenEnded { get; init; }

    public string? TerminatedOn { get; init; }
}
