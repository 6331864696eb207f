using System.Text.Json.Nodes;
using Portal.InternationalExchange.Planning;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Demo;

/// <summary>外事责任人 of the demo's units; a unit without one could submit nothing.</summary>
internal sealed class DemoContacts(RecordModuleService records, IPostDirectory people, LocalTime time)
{
    public async Task CreateAsync(IReadOnlyList<(long UnitId, string Leader, string Officer)> units, CancellationToken cancellationToken)
    {
        var contacts = new List<(long UnitId, JsonObject Values, RecordRow Common)>();
        foreach (var (unitId, leader, officer) in units)
        {
            var person = (await people.FindPersonAsync(officer, cancellationToken))!;
            var values = new JsonObject
            {
                ["leader"] = Node((await people.FindPersonAsync(leader, cancellationToken))!),
                ["officers"] = new JsonArray(Node(person)),
                ["from"] = new DateOnly(time.Today.Year, 1, 1).ToIso(),
            };
            contacts.Add((unitId, values, new() { OwnerId = person.Id, OwnerName = person.Name }));
        }

        await records.RunAsync(ExchangeBook.Id, contacts.Count, async writer =>
        {
            foreach (var (unitId, values, common) in contacts)
                await writer.CreateAsync(UnitContactType.TypeKey, unitId, values, RecordState.Active.Key, "生成演示数据", common);
        }, cancellationToken);
    }

    private static JsonObject Node(Person person) => new RecordPerson(person.Id, person.Account, person.Name).ToJson();
}
