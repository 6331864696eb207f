using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>Places of a programme: ranking fills them, whoever gives one back leaves it to the first of the waiting list.</summary>
internal static class OutboundPlaces
{
    /// <summary>Key of the programme's move.</summary>
    public const string Rank = "rank";

    /// <summary>Most applicants that one ranking moves.</summary>
    public const int MostRanked = 500;

    /// <summary>Ids that <see cref="RankAsync"/> takes at most.</summary>
    public const int IdsPerRanking = MostRanked * (RecordWriter.IdsPerRecord + 1);

    private static readonly string[] _held = ["nominated", "live", "abroad", "back", "recognised", "closed"];

    /// <summary>Orders all scored applicants by score, earlier applications first among equals: as many as there are places are nominated, the others wait.</summary>
    /// <exception cref="RefusedException">Nobody has a score, or there are too many.</exception>
    public static async Task RankAsync(RecordWriter writer, RecordView programme)
    {
        var students = await writer.ContextOf(programme).ReferringAsync(OutboundStudentType.TypeKey, "programme");
        var ranked = students.Where(student => student.IsIn("applied", "nominated", "waitlist") && student.Has("score"))
            .OrderByDescending(student => student.Int("score")).ThenBy(student => student.Id).ToArray();
        if (ranked.Length == 0)
            throw new RefusedException("还没有登记选拔分的学生，不能排名。请先为已报名的学生登记选拔分。");
        if (ranked.Length > MostRanked)
            throw new RefusedException($"一次最多为 {MostRanked} 名学生排名，现在 {ranked.Length} 名。");
        var free = Math.Max(0, (programme.Int("places") ?? 0) - students.Count(student => student.IsIn("live", "abroad", "back", "recognised", "closed")));
        foreach (var (student, index) in ranked.Select((student, index) => (student, index)))
            await PlaceAsync(writer, student, index + 1, index < free);
    }

    /// <summary>Effects of a change of a student's record.</summary>
    public static async Task StudentChangedAsync(RecordChange change, RecordWriter writer)
    {
        var student = change.After;
        if (change.Kind is RecordChangeKind.Created or RecordChangeKind.Edited && student.IsIn("draft", "returned"))
            await TakeOverAsync(writer, student);
        if (change.Before is { State: "nominated" or "live" } && student.IsIn("cancelled", "rejected"))
            await PromoteAsync(writer, student);
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

        var placed = await writer.MoveAsync(student, isNominated ? "nominate" : "wait", data: data);
        if (isNominated && placed.Person("student") is { } person)
            await writer.NotifyPersonAsync(person.Id, placed, "您已被推荐参加出国项目", $"项目：{placed.Ref("programme")?.Title}");
    }
}
