using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>留学生辅导员: chosen, trained and assigned to students by 学生工作部（处）.</summary>
internal sealed class CounsellorType : RecordType
{
    public const string TypeKey = "exchange.counsellor";

    private const int MostStudents = 200;

    public override string Key => TypeKey;

    public override string Label => "留学生辅导员";

    public override string Prefix => "FD";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("staff", "辅导员", FieldKind.Person),
        new("selectedOn", "选聘日期", FieldKind.Date) { InList = true, IsPast = true },
        new("units", "负责单位", FieldKind.Unit, Required: false, Multiple: true, Max: 20) { Kept = true, FromDraft = true, InList = true },
        new("students", "负责的留学生", FieldKind.Ref, Required: false, RefType: IntlStudentType.TypeKey, Multiple: true, Max: MostStudents) { Kept = true },
        new("trainings", "培训记录", FieldKind.Rows, Required: false, Columns:
        [
            new("on", "日期", FieldKind.Date),
            new("topic", "内容", FieldKind.Text),
            new("hours", "学时", FieldKind.Int, Max: 200),
        ]) { Kept = true },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "在任", StateKind.Passed), new("closed", "离任", StateKind.NotRequired, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new(RecordMove.Close, ["active"], "closed", "离任", Act.Execute) { NeedsReason = true }];

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new("staff", record => record.Person("staff")?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "这名教职工已登记为在任辅导员") { FromDraft = true }];

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new($"{RecordGuard.Save},{RecordGuard.Submit}", "第九条五4", OneCounsellorAsync)];

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("units");

    public override int IdsPerChange => 2 * MostStudents * RecordWriter.IdsPerRecord;

    public override string TitleOf(RecordView record) => record.Person("staff")?.Name ?? "";

    /// <summary>Each student carries the name of his counsellor while that one is in office.</summary>
    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        var before = change.Before is { State: "active" } was ? was.Refs("students").Select(student => student.Id).ToArray() : [];
        var after = change.After.IsIn("active") ? change.After.Refs("students").Select(student => student.Id).ToArray() : [];
        foreach (var id in before.Except(after).Concat(after.Except(before)))
        {
            if (await writer.FindAsync(id) is { } student)
                await Derived.SetAsync(writer, student, "辅导员", ("counsellor", after.Contains(id) ? JsonValue.Create(change.After.Title) : null));
        }
    }

    private static async Task<string?> OneCounsellorAsync(RecordContext context)
    {
        var known = context.Before is { State: "active" } before ? before.Refs("students").Select(student => student.Id).ToHashSet() : [];
        var joining = context.Record.Refs("students").Where(student => !known.Contains(student.Id)).ToDictionary(student => student.Id, student => student.Title);

        // In one order, so that two who assign the same students wait for each other instead of both for ever.
        foreach (var id in joining.Keys.Order())
            await context.LockAsync(id);
        var taken = joining.Count == 0 ? null : await context.Data.FirstOrDefaultAsync<Assignment>(
            """
            select link.to_id as student_id, counsellor.id as counsellor_id
            from toolkit_record_link link
            join toolkit_record counsellor on counsellor.id = link.from_id
            where link.to_id in @students
              and link.field = 'students'
              and counsellor.type = @TypeKey
              and counsellor.state = 'active'
              and counsellor.id <> @own
            order by link.to_id
            limit 1
            """,
            new { students = joining.Keys, TypeKey, own = context.Record.Id });
        if (taken is null || await context.FindAsync(taken.CounsellorId) is not { } other)
            return null;
        return $"{joining[taken.StudentId]}已由辅导员{(await context.NameAsync(other)).Title}负责，请先从那里移出";
    }

    private sealed record Assignment
    {
        public long StudentId { get; init; }

        public long CounsellorId { get; init; }
    }
}
