using System.Text.Json.Nodes;
using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Demo;

/// <summary>Records in force, relative to the day the demo is made: a programme that takes applications, documents, students and a teacher from abroad with their permits.</summary>
internal sealed class DemoRecords(RecordModuleService records, IPostDirectory people, LocalTime time)
{
    private const int Most = 60;
    private const string Label = "生成演示数据";

    private Dictionary<string, Person> _people = [];

    public async Task CreateAsync(IReadOnlyDictionary<string, long> units, RecordView agreement, CancellationToken cancellationToken)
    {
        _people = [];
        foreach (var account in new[] { "ieo1", "sie1", "stu1", "colA1", "colAh", "colB1", "colBh", "t.miller" })
            _people[account] = (await people.FindPersonAsync(account, cancellationToken))!;
        await records.RunAsync(ExchangeBook.Id, Most, async writer =>
        {
            await ProgrammeAsync(writer, units, agreement);
            await DocumentsAsync(writer, units);
            await StudentsAsync(writer, units);
            await TeacherAsync(writer, units);
        }, cancellationToken);
    }

    private async Task ProgrammeAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units, RecordView agreement) =>
        await PutAsync(writer, OutboundProgrammeType.TypeKey, units[DemoPeople.CollegeA], "colA1", "open", "暑期工程实践（萨克森）", new()
        {
            ["kind"] = "short", ["creditBearing"] = false, ["startOn"] = Day(90), ["endOn"] = Day(140), ["partner"] = (await writer.ContextOf(agreement).LinkedAsync("partners")) is [var partner] ? Ref(partner) : null,
            ["agreement"] = Ref(agreement), ["places"] = 10, ["applyFrom"] = Day(-10), ["applyTo"] = Day(20), ["criteria"] = "平均成绩 75 分以上，英语可以日常交流。",
            ["feeStudent"] = 6000m, ["feeSchool"] = 4000m, ["riskPlan"] = "两名教师带队，购买境外保险，每周报告平安。",
        });

    private async Task DocumentsAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units)
    {
        foreach (var (holder, number, expires) in new[] { ("colAh", "PE0000001", Day(700)), ("colA1", "PE0000002", Day(45)) })
        {
            await PutAsync(writer, TravelDocumentType.TypeKey, units[Offices.Exchange], "ieo1", "in-custody", "", new()
            {
                ["kind"] = "official-passport", ["holder"] = PersonNode(holder), ["holderUnit"] = units[DemoPeople.CollegeA], ["number"] = number,
                ["issuedOn"] = Day(-1000), ["expiresOn"] = expires, ["place"] = "一号柜",
            });
        }
    }

    private async Task StudentsAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units)
    {
        (string Name, string Chinese, string Country, string Passport, string State, int PermitDays)[] students =
        [
            ("SOMCHAI DEMO", "宋才", "TH", "AA0000001", "registered", 25),
            ("NGUYEN THI DEMO", "阮示例", "VN", "B0000002", "registered", 300),
            ("DEMO AKMAL", "阿克马", "UZ", "FA0000003", "applied", 0),
        ];
        foreach (var (name, chinese, country, passport, state, permitDays) in students)
        {
            var student = await PutAsync(writer, IntlStudentType.TypeKey, units[Offices.InternationalCollege], "sie1", state, "", new()
            {
                ["kind"] = "degree", ["name"] = name, ["chineseName"] = chinese, ["nationality"] = country, ["passportNo"] = passport, ["passportExpires"] = Day(900),
                ["birthOn"] = "2004-05-06", ["collegeUnit"] = units[DemoPeople.CollegeA], ["major"] = "机电一体化技术", ["emergency"] = "家长，+66 0 0000 0000",
                ["studentNo"] = state == "registered" ? $"L{passport[^4..]}" : null, ["registeredOn"] = state == "registered" ? Day(-150) : null,
            });
            if (permitDays > 0)
                await PermitAsync(writer, units, "student", student, permitDays);
        }
    }

    private async Task TeacherAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units)
    {
        var plan = await PutAsync(writer, TeacherPlanType.TypeKey, units[DemoPeople.CollegeB], "colB1", "approved", "外国语学院外教招聘计划", new()
        {
            ["posts"] = new JsonArray(new JsonObject { ["subject"] = "英语口语", ["category"] = "language", ["headcount"] = 2, ["from"] = Day(-200), ["to"] = Day(165) }), ["reason"] = "开设口语小班。",
        });
        var teacher = await PutAsync(writer, ForeignTeacherType.TypeKey, units[DemoPeople.CollegeB], "colB1", "in-post", "", new()
        {
            ["name"] = "THOMAS MILLER", ["chineseName"] = "米勒", ["nationality"] = "GB", ["passportNo"] = "G00000004", ["passportExpires"] = Day(1200), ["degree"] = "master", ["experienceYears"] = 6,
            ["plan"] = Ref(plan), ["postNo"] = 1, ["account"] = PersonNode("t.miller"), ["qualification"] = "passed", ["contractFrom"] = Day(-180), ["contractTo"] = Day(100), ["enteredOn"] = Day(-185),
        });
        await PermitAsync(writer, units, "teacher", teacher, 90);
    }

    private Task<RecordView> PermitAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units, string holderType, RecordView holder, int days) =>
        PutAsync(writer, ImmigrationDocType.TypeKey, units[Offices.Exchange], "ieo1", "valid", "", new()
        {
            ["holderType"] = holderType, [holderType] = Ref(holder), ["kind"] = "residence", ["number"] = $"R{holder.Id}", ["enteredOn"] = Day(-160), ["issuedOn"] = Day(-140), ["expiresOn"] = Day(days),
            ["holderUnit"] = holder.Unit("collegeUnit") ?? holder.UnitId, ["holderAccount"] = holder.Person("account") is { } account ? PersonNode(account.Account) : null,
        });

    private Task<RecordView> PutAsync(RecordWriter writer, string type, long unitId, string owner, string state, string title, JsonObject values)
    {
        foreach (var empty in values.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
            values.Remove(empty);
        var head = _people[owner == "colB1" ? "colBh" : "colAh"];
        return writer.CreateAsync(type, unitId, values, state, Label, new() { Title = title, OwnerId = _people[owner].Id, OwnerName = _people[owner].Name, HeadId = head.Id, HeadName = head.Name });
    }

    private JsonObject PersonNode(string account) => new RecordPerson(_people[account].Id, account, _people[account].Name).ToJson();

    private static JsonObject Ref(RecordView record) => record.Reference.ToJson();

    private string Day(int days) => time.Today.AddDays(days).ToIso();
}
