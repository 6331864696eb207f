using System.Text.Json.Nodes;
using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Demo;

/// <summary>Partners, and agreements of every effect on the day the demo is made: in force, near their end, not yet in force, expired, terminated.</summary>
internal sealed class DemoAgreements(RecordModuleService records, IPostDirectory people, LocalTime time)
{
    private const string Label = "生成演示数据";
    private const int Records = 12;

    /// <returns>The agreement on the exchange of students, which is in force.</returns>
    public async Task<RecordView> CreateAsync(long officeId, long collegeA, long collegeB, CancellationToken cancellationToken)
    {
        var clerk = (await people.FindPersonAsync("ieo1", cancellationToken))!;
        var colleges = new Dictionary<long, (Person Owner, Person Head)>
        {
            [collegeA] = ((await people.FindPersonAsync("colA1", cancellationToken))!, (await people.FindPersonAsync("colAh", cancellationToken))!),
            [collegeB] = ((await people.FindPersonAsync("colB1", cancellationToken))!, (await people.FindPersonAsync("colBh", cancellationToken))!),
        };
        RecordRow Common(string title, long college)
        {
            var (owner, head) = colleges[college];
            return new() { Title = title, HeadId = head.Id, HeadName = head.Name, OwnerId = owner.Id, OwnerName = owner.Name, Level = "school", Year = time.Today.Year };
        }

        RecordView? exchange = null;
        await records.RunAsync(ExchangeBook.Id, Records, async writer =>
        {
            var saxon = await PartnerAsync("萨克森示例工业大学", "Example University of Technology, Saxony", "DE");
            var french = await PartnerAsync("罗讷示例大学", "Université Exemple du Rhône", "FR");
            var japanese = await PartnerAsync("东京示例大学", "Tokyo Example University", "JP");
            var thai = await PartnerAsync("湄南示例理工大学", "Chao Phraya Example Institute", "TH");
            exchange = await AgreementAsync(collegeA, "与萨克森示例工业大学学生交换协议", "exchange", saxon, Month(-20), Month(40));
            await AgreementAsync(collegeB, "与罗讷示例大学合作备忘录", "memorandum", french, Month(-30), Month(3));
            await AgreementAsync(collegeA, "与东京示例大学科研合作协议", "research", japanese, Month(2), Month(38));
            var expired = await AgreementAsync(collegeA, "与湄南示例理工大学联合培养协议", "joint", thai, Month(-61), Month(-1));
            var ended = await AgreementAsync(collegeB, "与罗讷示例大学教师互访协议", "exchange", french, Month(-25), Month(11));
            var values = ended.Copy();
            values["terminatedOn"] = time.Today.AddDays(-10).ToIso();
            await writer.MoveAsync(ended, RecordMove.Terminate, "外方调整院系，停止接待访问教师", values);
            await writer.CreateAsync(ProjectType.TypeKey, collegeA, new()
            {
                ["kind"] = "exchange", ["agreements"] = new JsonArray(Reference(expired)), ["startOn"] = Month(-55).ToIso(), ["endOn"] = Month(5).ToIso(), ["goal"] = "机电专业学生联合培养",
            }, "active", Label, Common("机电专业联合培养项目", collegeA));

            async Task<RecordView> PartnerAsync(string name, string local, string country) => await writer.CreateAsync(PartnerType.TypeKey, officeId, new()
            {
                ["nameCn"] = name, ["nameLocal"] = local, ["type"] = "university", ["country"] = country, ["legalStatus"] = "所在国教育主管部门认可的公立大学",
            }, "verified", Label, new() { OwnerId = clerk.Id, OwnerName = clerk.Name });

            Task<RecordView> AgreementAsync(long unitId, string title, string kind, RecordView partner, DateOnly from, DateOnly last) => writer.CreateAsync(AgreementType.TypeKey, unitId, new()
            {
                ["kind"] = kind, ["partners"] = new JsonArray(Reference(partner)), ["signLevel"] = "school", ["checks"] = new JsonArray("interests", "equal", "secrets"),
                ["effectiveFrom"] = from.ToIso(), ["expiresOn"] = last.ToIso(), ["contractNo"] = $"HT-{from.Year}-{unitId}", ["signatory"] = "章明礼", ["signAs"] = "legal",
                ["ourSignedOn"] = Earlier(from).ToIso(), ["partnerSignedOn"] = Earlier(from).ToIso(),
                ["quotas"] = new JsonArray(Quota("out"), Quota("in")),
            }, "signed", Label, Common(title, unitId));
        }, cancellationToken);
        return exchange!;
    }

    private DateOnly Month(int months) => time.Today.AddMonths(months);

    // Signed a month before the effect, but never in the future.
    private DateOnly Earlier(DateOnly from) => from.AddMonths(-1) < time.Today ? from.AddMonths(-1) : time.Today;

    private static JsonObject Reference(RecordView record) => record.Reference.ToJson();

    private static JsonObject Quota(string direction) => new() { ["direction"] = direction, ["degree"] = "本科", ["perYear"] = 4, ["months"] = 6 };
}
