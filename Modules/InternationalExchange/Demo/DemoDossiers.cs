using System.Text.Json.Nodes;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Demo;

/// <summary>Students and teachers from abroad at the stages that the other records of the demo leave out, so that lists, colours and own files have something to show.</summary>
internal sealed class DemoDossiers(RecordModuleService records, IPostDirectory people, LocalTime time)
{
    private const string Label = "生成演示数据";
    private const int MostRecords = 40;

    private readonly Dictionary<string, RecordRow> _owners = [];

    public async Task CreateAsync(IReadOnlyDictionary<string, long> units, CancellationToken cancellationToken)
    {
        var (student, counsellor) = (await PersonAsync("nguyen", cancellationToken), await PersonAsync("stuh", cancellationToken));
        foreach (var owner in new[] { "sie1", "log1", "stu1", "ieo1", "colB1" })
        {
            var person = (await people.FindPersonAsync(owner, cancellationToken))!;
            _owners[owner] = new() { OwnerId = person.Id, OwnerName = person.Name };
        }

        await records.RunAsync(ExchangeBook.Id, MostRecords, async writer =>
        {
            var context = writer.ContextOf(await StudentsAsync(writer, units, student, counsellor));
            var college = units[DemoPeople.CollegeB];
            foreach (var plan in (await context.OfUnitAsync(TeacherPlanType.TypeKey, college, RecordState.Approved.Key)).Take(1))
                await TeachersAsync(writer, college, plan);
        }, cancellationToken);
    }

    private async Task<RecordView> StudentsAsync(RecordWriter writer, IReadOnlyDictionary<string, long> units, JsonObject account, JsonObject counsellor)
    {
        var (office, college) = (units[Offices.InternationalCollege], units[DemoPeople.CollegeA]);
        var room = await writer.CreateAsync(RoomType.TypeKey, units[Offices.Logistics], new() { ["building"] = "国际楼", ["number"] = "305", ["capacity"] = 2 }, "active", Label, _owners["log1"]);
        var nguyen = await writer.CreateAsync(IntlStudentType.TypeKey, office, Student("degree", "NGUYEN VAN AN", "阮文安", "VN", "C4471902", college, "registered", account), "registered", Label, _owners["sie1"]);
        await writer.CreateAsync(IntlStudentType.TypeKey, office, Student("degree", "IVAN PETROV", "彼得洛夫", "KZ", "N1029384", college, "arrived"), "arrived", Label, _owners["sie1"]);
        await writer.CreateAsync(IntlStudentType.TypeKey, office, Student("language", "KIM MIN-SU", "金敏秀", "KR", "M5566770", null, "applied"), "applied", Label, _owners["sie1"]);
        await writer.CreateAsync(
            CounsellorType.TypeKey, units[Offices.StudentAffairs], new() { ["staff"] = counsellor, ["selectedOn"] = Day(-200), ["students"] = new JsonArray(Ref(nguyen)) }, "active", Label, _owners["stu1"]);
        await writer.CreateAsync(
            LodgingType.TypeKey, office, new() { ["kind"] = "student", ["student"] = Ref(nguyen), ["room"] = Ref(room), ["from"] = Moment(-1) }, "active", Label, _owners["sie1"]);
        await writer.CreateAsync(ImmigrationDocType.TypeKey, college, ImmigrationHolder.Values("student", nguyen, "residence", ("enteredOn", Day(-20))), "to-apply", Label, _owners["ieo1"]);
        return nguyen;
    }

    private async Task TeachersAsync(RecordWriter writer, long college, RecordView plan)
    {
        await writer.CreateAsync(ForeignTeacherType.TypeKey, college, Teacher("Anna Weber", "DE", "L8890124", plan), "candidate", Label, _owners["colB1"]);
        var sato = Teacher("Sato Ken", "JP", "TK3344556", plan);
        (sato["qualifiedOn"], sato["qualification"], sato["assessmentScore"]) = (Day(-9), "passed", 88);
        await writer.CreateAsync(ForeignTeacherType.TypeKey, college, sato, "assessed", Label, _owners["colB1"]);
    }

    private JsonObject Student(string kind, string name, string chinese, string country, string passport, long? college, string state, JsonObject? account = null)
    {
        JsonObject values = new()
        {
            ["kind"] = kind, ["name"] = name, ["chineseName"] = chinese, ["nationality"] = country, ["passportNo"] = passport, ["passportExpires"] = Day(900),
            ["birthOn"] = Day(-7500), ["major"] = kind == "language" ? "汉语" : "机械工程", ["emergency"] = "家属电话登记在案",
        };
        if (college is { } unit)
            values["collegeUnit"] = unit;
        if (account is not null)
            values["account"] = account;
        if (state != "applied")
            (values["admissionNo"], values["jw202"], values["arrivedOn"]) = ($"LQ-{passport}", $"JW-{passport}", Day(-20));
        if (state == "registered")
            (values["registeredOn"], values["studentNo"], values["insurance"]) = (Day(-15), $"L{passport}", "平安留学生综合保险");
        return values;
    }

    private JsonObject Teacher(string name, string country, string passport, RecordView plan) => new()
    {
        ["name"] = name, ["nationality"] = country, ["passportNo"] = passport, ["passportExpires"] = Day(1100), ["degree"] = "master", ["experienceYears"] = 6, ["plan"] = Ref(plan), ["postNo"] = 1,
    };

    private static JsonObject Ref(RecordView record) => record.Reference.ToJson();

    private string Day(int days) => time.Today.AddDays(days).ToIso();

    private string Moment(int days) => time.ToUtc(time.Today.AddDays(days).ToDateTime(new(15, 0))).ToIso();

    private async Task<JsonObject> PersonAsync(string account, CancellationToken cancellationToken)
    {
        var person = (await people.FindPersonAsync(account, cancellationToken))!;
        return new RecordPerson(person.Id, person.Account, person.Name).ToJson();
    }
}
