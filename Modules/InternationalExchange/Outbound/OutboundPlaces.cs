using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>Places of a programme: ranking fills them, whoever gives one back leaves it to the first of the waiting list.</summary>
internal static class OutboundPlaces
{
    /// <summary>Key of the programme's move.</summary>
    public const string Rank = "rank";

    /// <summary>Ids that <see cref="RankAsync"/> takes at most.</summary>
    public const int IdsPerRanking = OutboundRanking.Most * (RecordWriter.IdsPerRecord + 1);

    private static readonly string[] _held = ["nominated", "live", "abroad", "back", "recognised", "closed"];

    private static readonly Dictionary<string, string> _told = new()
    {
        ["nominated"] = "您已被推荐参加出国项目",
        ["waitlist"] = "您已列入出国项目的候补名单",
        ["live"] = "外方已录取，请做好出国准备",
        ["rejected"] = "您的出国报名未被录取",
    };

    /// <summary>Carries a ranking out.</summary>
    /// <exception cref="RefusedException">Nobody has a score, or there are too many.</exception>
    public static async Task RankAsync(RecordWriter writer, RecordView programme)
    {
        var ranking = OutboundRanking.Of(programme, await writer.ContextOf(programme).ReferringAsync(OutboundStudentType.TypeKey, "programme"));
        if (ranking.Placements.Count == 0)
            throw new RefusedException("还没有登记选拔分的学生，不能排名。请先为已报名的学生登记选拔分。");
        if (ranking.Placements.Count > OutboundRanking.Most)
            throw new RefusedException($"一次最多为 {OutboundRanking.Most} 名学生排名，现在 {ranking.Placements.Count} 名。");
        foreach (var placement in ranking.Placements)
            await PlaceAsync(writer, placement.Student, placement.Rank, placement.IsNominated);
    }

    /// <summary>Effects of a change of a student's record.</summary>
    public static async Task StudentChangedAsync(RecordChange change, RecordWriter writer)
    {
        var student = change.After;
        if (change.Kind is RecordChangeKind.Created or RecordChangeKind.Edited && student.IsIn("draft", "returned"))
            await TakeOverAsync(writer, student);
        if (change.Before is { State: "nominated" or "live" } && student.IsIn("cancelled", "rejected"))
            await PromoteAsync(writer, student);
        if (_told.TryGetValue(student.State, out var news) && change.Entered(student.State) && student.Person("student") is { } person)
            await writer.NotifyPersonAsync(person.Id, student, news, $"项目：{student.Ref("programme")?.Title}");
        await CheckIns.ChangedAsync(change, writer);
    }

    private static async Task TakeOverAsync(RecordWriter writer, RecordView student)
    {
        if (student.Ref("programme") is not { } reference || await writer.FindAsync(reference.Id) is not { } programme)
            return;
        var values = programme.Copy();
        await Derived.SetAsync(
            writer,
            student,
            "带出项目信息",
            ("owner", programme[OutboundProgrammeType.OwnerField]),
            ("creditBearing", programme.Bool("creditBearing")),
            ("plannedDepart", student["plannedDepart"] ?? values["startOn"]?.DeepClone()),
            ("plannedReturn", student["plannedReturn"] ?? values["endOn"]?.DeepClone()));
    }

    // The programme is held, so that two who cancel at once do not both promote the same student.
    private static async Task PromoteAsync(RecordWriter writer, RecordView leaving)
    {
        if (leaving.Ref("programme") is not { } reference)
            return;
        await writer.LockAsync(reference.Id);
        if (await writer.FindAsync(reference.Id) is not { } programme)
            return;
        var students = await writer.ContextOf(programme).ReferringAsync(OutboundStudentType.TypeKey, "programme");
        if (students.Count(student => student.IsIn(_held)) >= programme.Int("places"))
            return;
        if (students.Where(student => student.IsIn("waitlist")).MinBy(student => student.Int("rank") ?? int.MaxValue) is { } next)
            await PlaceAsync(writer, next, next.Int("rank"), isNominated: true);
    }

    private static async Task PlaceAsync(RecordWriter writer, RecordView student, int? rank, bool isNominated)
    {
        var data = student.Copy();
        data["rank"] = JsonValue.Create(rank);
        if (student.IsIn(isNominated ? "nominated" : "waitlist"))
        {
            await Derived.SetAsync(writer, student, "排名", ("rank", data["rank"]?.DeepClone()));
            return;
        }

        await writer.MoveAsync(student, isNominated ? "nominate" : "wait", data: data);
    }
}
