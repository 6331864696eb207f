using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Dossiers;

/// <summary>Puts files together. It asks for no rights: whoever calls has asked whether the person may be read, and shows what the post may see.</summary>
internal sealed class PersonFileQueries(RecordSightQueries sights, DbDataSource source, LocalTime time)
{
    // Nobody's file: it was never begun or came to nothing.
    private static readonly string[] _void = [RecordState.Draft.Key, RecordState.Cancelled.Key, RecordState.Withdrawn.Key];

    private static readonly string[] _types = [ImmigrationDocType.TypeKey, LodgingType.TypeKey, GraduationReviewType.TypeKey, CertificateType.TypeKey];

    /// <summary>The file of a student or teacher whose record was read already.</summary>
    public async Task<PersonFile> OfAsync(RecordView person, CancellationToken cancellationToken) =>
        (await sights.ReadAsync(ExchangeBook.Id, sight => OfAsync(sight, [person]), cancellationToken))[0];

    /// <summary>The files of people by id, in that order.</summary>
    public Task<IReadOnlyList<PersonFile>> ListAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => sights.ReadAsync(ExchangeBook.Id, async sight =>
    {
        var people = (await sight.ListAsync(ids)).ToDictionary(person => person.Id);
        return await OfAsync(sight, [.. ids.Where(people.ContainsKey).Select(id => people[id])]);
    }, cancellationToken);

    /// <summary>The file of whoever is at work; null when he is neither a student nor a teacher from abroad.</summary>
    public Task<PersonFile?> FindOwnAsync(long personId, CancellationToken cancellationToken) => sights.ReadAsync(ExchangeBook.Id, async sight =>
    {
        var teachers = await sight.OfPersonAsync(ForeignTeacherType.TypeKey, personId);
        var students = await sight.OfPersonAsync(IntlStudentType.TypeKey, personId);
        var own = teachers.Concat(students).Where(person => !person.IsIn(_void))
            .OrderBy(person => person.IsIn("left", "rejected", "no-show")).ThenByDescending(person => person.Id).Take(1);
        return await OfAsync(sight, [.. own]) is [var file] ? file : null;
    }, cancellationToken);

    /// <summary>Whether <see cref="FindOwnAsync"/> finds one; the menu asks on each page, so nothing of it is read.</summary>
    public async Task<bool> HasOwnAsync(long personId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
            """
            select id
            from toolkit_record
            where person_id = @personId
              and type in @people
              and state not in @_void
            limit 1
            """,
            new { personId, people = new[] { ForeignTeacherType.TypeKey, IntlStudentType.TypeKey }, _void },
            cancellationToken: cancellationToken)) is not null;
    }

    private async Task<IReadOnlyList<PersonFile>> OfAsync(RecordSight sight, IReadOnlyList<RecordView> people)
    {
        if (people.Count == 0)
            return [];
        var links = await sight.Data.QueryAsync<LinkRow>(
            """
            select distinct l.to_id, l.from_id
            from toolkit_record_link l
            join toolkit_record r on r.id = l.from_id
            where l.to_id in @ids
              and r.type in @types
            """,
            new { ids = people.Select(person => person.Id), types = _types });
        var records = (await sight.ListAsync([.. links.Select(link => link.FromId).Distinct()])).ToDictionary(record => record.Id);
        var kept = links.ToLookup(link => link.ToId, link => records[link.FromId]);
        return
        [
            .. people.Select(person => new PersonFile
            {
                Person = person,
                Permits = Of(kept[person.Id], ImmigrationDocType.TypeKey),
                Stays = Of(kept[person.Id], LodgingType.TypeKey),
                Reviews = Of(kept[person.Id], GraduationReviewType.TypeKey),
                Certificates = Of(kept[person.Id], CertificateType.TypeKey),
                Settings = sight.Settings,
                Time = time,
            }),
        ];
    }

    private static RecordView[] Of(IEnumerable<RecordView> records, string type) => [.. records.Where(record => record.Row.Type == type).OrderByDescending(record => record.Id)];

    private sealed record LinkRow
    {
        public long ToId { get; init; }

        public long FromId { get; init; }
    }
}
