using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>What a student sees of programmes abroad: those that are open, and the own applications.</summary>
internal sealed class MyOutboundQueries(RecordSightQueries sight, IUnitContext context)
{
    private static readonly string[] _given = ["nominated", "live", "abroad", "back", "recognised", "closed"];
    private static readonly string[] _gone = ["cancelled", "rejected", "withdrawn", "archived"];

    /// <summary>Programmes that take applications today or later, the earliest deadline first.</summary>
    public Task<IReadOnlyList<OpenProgramme>> ListOpenAsync(CancellationToken cancellationToken) => sight.ReadAsync(ExchangeBook.Id, async found =>
    {
        var ids = await found.Data.QueryAsync<long>("select id from toolkit_record where type = @TypeKey and state = 'open'", new { OutboundProgrammeType.TypeKey });
        var programmes = (await found.ListAsync([.. ids])).Where(programme => !(programme.Date("applyTo") < found.Today)).ToArray();
        return (IReadOnlyList<OpenProgramme>)[.. (await ShowAsync(found, programmes)).OrderBy(programme => programme.Record.Date("applyTo"))];
    }, cancellationToken);

    /// <summary>A programme that takes applications; null when there is none.</summary>
    public Task<OpenProgramme?> FindOpenAsync(long id, CancellationToken cancellationToken) => sight.ReadAsync(ExchangeBook.Id, async found =>
        await found.FindAsync(id) is { State: "open", Row.Type: OutboundProgrammeType.TypeKey } programme ? (await ShowAsync(found, [programme]))[0] : null, cancellationToken);

    /// <summary>The own applications, newest first.</summary>
    public Task<IReadOnlyList<RecordView>> ListOwnAsync(CancellationToken cancellationToken) => sight.ReadAsync(ExchangeBook.Id, async found =>
        (IReadOnlyList<RecordView>)[.. context.Person is { } me ? (await found.OfPersonAsync(OutboundStudentType.TypeKey, me.Id)).Reverse() : []], cancellationToken);

    /// <summary>The own application for a programme that still stands; null when there is none.</summary>
    public async Task<RecordView?> FindOwnAsync(long programmeId, CancellationToken cancellationToken) =>
        (await ListOwnAsync(cancellationToken)).FirstOrDefault(application => application.Ref("programme")?.Id == programmeId && !application.IsIn(_gone));

    /// <summary>The own recognition of credits for a stay; null when there is none that stands.</summary>
    public Task<RecordView?> FindRecognitionAsync(long outboundId, CancellationToken cancellationToken) => sight.ReadAsync(ExchangeBook.Id, async found =>
        (await found.ReferringAsync(outboundId, CreditRecognitionType.TypeKey, "outbound")).LastOrDefault(recognition => !recognition.IsIn(_gone)), cancellationToken);

    private static async Task<IReadOnlyList<OpenProgramme>> ShowAsync(RecordSight found, RecordView[] programmes)
    {
        if (programmes.Length == 0)
            return [];
        var counts = (await found.Data.QueryAsync<CountRow>(
            """
            select link.to_id as programme_id, student.state, count(*) as number
            from toolkit_record_link link
            join toolkit_record student on student.id = link.from_id
            where link.to_id in @ids
              and link.field = 'programme'
              and student.type = @TypeKey
            group by link.to_id, student.state
            """,
            new { ids = programmes.Select(programme => programme.Id), OutboundStudentType.TypeKey })).ToLookup(row => row.ProgrammeId);
        return
        [
            .. programmes.Select(programme => new OpenProgramme(
                programme,
                (int)counts[programme.Id].Where(row => _given.Contains(row.State)).Sum(row => row.Number),
                (int)counts[programme.Id].Where(row => row.State != "draft" && !_gone.Contains(row.State)).Sum(row => row.Number),
                found.Today)),
        ];
    }

    private sealed record CountRow
    {
        public long ProgrammeId { get; init; }

        public string State { get; init; } = "";

        public long Number { get; init; }
    }
}
