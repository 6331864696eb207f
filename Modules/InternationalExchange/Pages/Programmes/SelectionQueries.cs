using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>选拔: the applicants of one programme in reach of the post.</summary>
internal sealed class SelectionQueries(
    RecordQueries records, RecordSightQueries sight, RecordLinkQueries links, RecordAccess access, RecordCatalog catalog, RecordTextService texts, RankApplicantsCommands ranking)
{
    private const int MostEvents = 50;

    private static readonly string[] _shown = ["推荐", "列为候补", "不予录取", "登记外方录取", "取消"];

    /// <summary>Null when there is no such programme for the post.</summary>
    public async Task<Selection?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(OutboundProgrammeType.TypeKey, id, cancellationToken) is not { } programme)
            return null;
        var type = catalog.Get(OutboundStudentType.TypeKey);
        if (!access.MayOpen(type))
            return null;
        var all = await sight.ReadAsync(ExchangeBook.Id, found => found.ReferringAsync(id, OutboundStudentType.TypeKey, "programme"), cancellationToken);
        var open = await links.OpenAsync([.. all.Select(student => student.Id)], cancellationToken);
        var students = all.Where(student => open.Contains(student.Id) && !student.IsIn("draft", "withdrawn")).ToArray();
        return new()
        {
            Programme = programme,
            Ranking = OutboundRanking.Of(programme.Record, all),
            MayRank = ranking.MayRank(programme.Record),
            Applicants = [.. students.Select(student => Show(type, student)).OrderBy(applicant => applicant.Record.Int("rank") ?? int.MaxValue).ThenBy(applicant => applicant.Record.Id)],
            Events = await EventsAsync(students, cancellationToken),
        };
    }

    private Applicant Show(RecordType type, RecordView student)
    {
        var state = type.StateOf(student.State);
        var rights = access.RightsOn(type, student, [new RecordUnit(student.UnitId, IsOwn: true)]);
        return new()
        {
            Record = student,
            UnitName = texts.UnitName(student.UnitId),
            Badge = new() { Kind = state.Kind, Text = state.Label, Detail = student.Row.StepLabel.Length > 0 ? student.Row.StepLabel : null },
            MayScore = type.FindMove("score") is { } move && move.From.Contains(student.State) && rights.MayMove(move),
        };
    }

    private async Task<IReadOnlyList<SelectionEvent>> EventsAsync(RecordView[] students, CancellationToken cancellationToken)
    {
        if (students.Length == 0)
            return [];
        var names = students.ToDictionary(student => student.Id, student => student.Person("student")?.Name ?? "");
        var events = await sight.ReadAsync(ExchangeBook.Id, found => found.Data.QueryAsync<SelectionEvent>(
            """
            select record_id, at, label, text, person_name
            from toolkit_record_event
            where record_id in @ids
              and label in @labels
            order by id desc
            limit @most
            """,
            new { ids = names.Keys, labels = _shown, most = MostEvents }), cancellationToken);
        return [.. events.Select(row => row with { Student = names[row.RecordId] })];
    }
}
