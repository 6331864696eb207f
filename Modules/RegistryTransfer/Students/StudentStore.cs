using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;

namespace Portal.RegistryTransfer.Students;

/// <summary>Reads and writes students inside the caller's transaction; forms and imports share it.</summary>
internal sealed class StudentStore(ISecretText secrets, IUnitContext context, LocalTime time, TimeProvider clock)
{
    /// <summary>Ids of one new student: himself, the enrolment, the entry of the history.</summary>
    public const int IdsPerStudent = 3;

    private const string Select =
        $"""
        select s.id, s.number, s.name, s.gender, s.birth_date, s.id_type, s.id_card_secret, s.id_card_hash, s.id_card_masked, s.problem, s.version,
               e.id as enrolment_id, e.school_id, school.stages as school_stages, school.schooling_system, e.grade, e.class_no, e.boarding, e.status, e.start_on,
               case when e.active_student_id is null then 0 else 1 end as is_active,
               (select a.status from registrytransfer_application a where a.open_student_id = s.id) as open_application
        from registrytransfer_student s
        {LatestEnrolment.Join}
        """;

    /// <summary>Raises the version, which serialises all changes of a student, and reads what is stored.</summary>
    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">The school has no longer a say in the student, or his archive is on its way.</exception>
    public static async Task<StudentRecord> TakeAsync(WriteTransaction transaction, long id, int version, Func<long, bool> covers)
    {
        if (await transaction.ExecuteAsync("update registrytransfer_student set version = version + 1 where id = @id and version = @version", new { id, version }) != 1)
            throw new StaleException("学生学籍");
        var record = await transaction.FirstOrDefaultAsync<StudentRecord>($"{Select}\nwhere s.id = @id", new { id });
        if (record is null || !covers(record.SchoolId))
            throw new RefusedException("该生的学籍已不在本单位，不能修改。");
        return record.OpenApplication is ApplicationStatus.Archiving or ApplicationStatus.ArchiveFailed
            ? throw new RefusedException("该生的学籍正在调档，调档完毕前不能变动。")
            : record;
    }

    /// <summary>Students by number, present or prior; read only.</summary>
    public static async Task<Dictionary<string, StudentRecord>> ReadAsync(WriteTransaction transaction, IReadOnlyCollection<string> numbers)
    {
        var known = await transaction.QueryAsync<KnownNumber>(
            "select number, student_id from registrytransfer_student_number where number in @numbers", new { numbers });
        if (known.Count == 0)
            return [];
        var records = (await transaction.QueryAsync<StudentRecord>($"{Select}\nwhere s.id in @ids", new { ids = known.Select(row => row.StudentId).Distinct() })).ToDictionary(record => record.Id);
        return known.Where(row => records.ContainsKey(row.StudentId)).ToDictionary(row => row.Number, row => records[row.StudentId]);
    }

    /// <summary>Hashes among these that another student without a problem flag holds.</summary>
    public static async Task<HashSet<string>> ClaimedAsync(WriteTransaction transaction, IReadOnlyCollection<string> hashes) => hashes.Count == 0
        ? []
        : [.. await transaction.QueryAsync<string>("select id_card_claim from registrytransfer_student where id_card_claim in @hashes", new { hashes })];

    /// <summary>The draft with the stored identity number where it brings none, to be checked against the new facts.</summary>
    public StudentDraft WithStoredId(StudentDraft draft, StudentRecord stored) =>
        draft.IdNumber is null && stored.IdCardSecret is { } secret ? draft with { IdNumber = secrets.Decrypt(secret) } : draft;

    public string? HashOf(string? number) => number is null ? null : secrets.Hash(number);

    public async Task<IReadOnlyList<long>> InsertAsync(WriteTransaction transaction, long schoolId, IReadOnlyList<StudentDraft> drafts)
    {
        var rows = drafts.Select(draft => (Id: transaction.NextId(), EnrolmentId: transaction.NextId(), Draft: draft)).ToArray();
        await transaction.InsertAsync(
            "registrytransfer_student",
            [
                "id", "number", "number_kind", "name", "name_key", "gender", "birth_date", "id_type",
                "id_card_secret", "id_card_hash", "id_card_claim", "id_card_masked", "problem", "version",
            ],
            rows.Select(row => new object?[]
            {
                row.Id, row.Draft.Number, (int)StudentNumber.KindOf(row.Draft.Number), row.Draft.Name, StudentName.Key(row.Draft.Name), row.Draft.Gender, row.Draft.BirthDate,
                (int)row.Draft.IdType, row.Draft.IdNumber is { } number ? secrets.Encrypt(number) : null, HashOf(row.Draft.IdNumber), HashOf(row.Draft.IdNumber),
                IdNumber.Mask(row.Draft.IdNumber), (int)ProblemFlag.None, 1,
            }));
        await transaction.InsertAsync("registrytransfer_student_number", ["number", "student_id"], rows.Select(row => new object?[] { row.Draft.Number, row.Id }));
        await transaction.InsertAsync(
            "registrytransfer_enrolment",
            ["id", "student_id", "school_id", "grade", "class_no", "status", "boarding", "start_on", "entry_reason", "exit_reason", "active_student_id", "version"],
            rows.Select(row => new object?[]
            {
                row.EnrolmentId, row.Id, schoolId, row.Draft.Grade, row.Draft.ClassNo, (int)row.Draft.Status, row.Draft.Boarding, row.Draft.EntryOn, "建立学籍", "", row.Id, 1,
            }));
        foreach (var row in rows)
            await NoteAsync(transaction, row.Id, row.EnrolmentId, "建立学籍", $"{Grade.Find(row.Draft.Grade)?.Label}，{Words.Of(row.Draft.Status)}", row.Draft.EntryOn, "");
        return [.. rows.Select(row => row.Id)];
    }

    /// <summary>Writes changed facts; the version was raised before. The number stays, and so does the status.</summary>
    public async Task UpdateAsync(WriteTransaction transaction, StudentRecord before, StudentDraft draft)
    {
        var (secret, hash, masked) = draft.IdNumber is { } number
            ? (secrets.Encrypt(number), secrets.Hash(number), IdNumber.Mask(number))
            : (before.IdCardSecret, before.IdCardHash, before.IdCardMasked);
        await transaction.ExecuteAsync(
            """
            update registrytransfer_student
            set name = @Name, name_key = @key, gender = @Gender, birth_date = @BirthDate, id_type = @IdType, id_card_secret = @secret, id_card_hash = @hash,
                id_card_claim = @claim, id_card_masked = @masked
            where id = @Id
            """,
            new
            {
                before.Id, draft.Name, key = StudentName.Key(draft.Name), draft.Gender, draft.BirthDate, draft.IdType, secret, hash, masked,
                claim = before.Problem == ProblemFlag.None ? hash : null,
            });
        await transaction.ExecuteAsync(
            """
            update registrytransfer_enrolment
            set grade = @Grade, class_no = @ClassNo, boarding = @Boarding, start_on = @EntryOn, version = version + 1
            where id = @EnrolmentId
            """,
            new { before.EnrolmentId, draft.Grade, draft.ClassNo, draft.Boarding, draft.EntryOn });
    }

    /// <summary>One entry of the student's history; takes one id.</summary>
    public Task NoteAsync(WriteTransaction transaction, long studentId, long? enrolmentId, string action, string detail, DateOnly? on, string reason) => transaction.InsertAsync(
        "registrytransfer_student_change",
        ["id", "student_id", "enrolment_id", "action", "detail", "effective_on", "reason", "person_name", "unit_name", "changed_at"],
        [[
            transaction.NextId(), studentId, enrolmentId, action, detail, on ?? time.Today, reason,
            context.Person?.Name ?? "", context.Post?.UnitName ?? "", clock.GetUtcNow().UtcDateTime,
        ]]);

    private sealed record KnownNumber
    {
        public string Number { get; init; } = "";

        public long StudentId { get; init; }
    }
}
