using System.Globalization;
using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Demo;

/// <summary>外事责任人 of the demo's units; a unit without one could submit nothing.</summary>
internal sealed class DemoContacts(RecordModuleService records, IPostDirectory people, LocalTime time)
{
    public async Task CreateAsync(IReadOnlyList<(long UnitId, string Leader, string Officer)> units, CancellationToken cancellationToken)
    {
        var contacts = new List<(long UnitId, JsonObject Values)>();
        foreach (var (unitId, leader, officer) in units)
        {
            contacts.Add((unitId, new()
            {
                ["leader"] = await PersonAsync(leader, cancellationToken),
                ["officers"] = new JsonArray(await PersonAsync(officer, cancellationToken)),
                ["from"] = new DateOnly(time.Today.Year, 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }));
        }

        await records.RunAsync("InternationalExchange", contacts.Count, async writer =>
        {
            foreach (var (unitId, values) in contacts)
                await writer.CreateAsync(CommonGuards.UnitContact, unitId, values, RecordState.Active.Key, "生成演示数据");
        }, cancellationToken);
    }

    private async Task<JsonObject> PersonAsync(string account, CancellationToken cancellationToken)
    {
        var person = (await people.FindPersonAsync(account, cancellationToken))!;
        return new() { ["id"] = person.Id, ["account"] = person.Account, ["name"] = person.Name };
    }
}
