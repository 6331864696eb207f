using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>The students that a chunk of rows meets or could clash with, as they stand inside the transaction; the scheme's lock keeps others from adding.</summary>
internal sealed class RosterMatch
{
    private readonly Dictionary<long, RosterRow> _byId;
    private readonly Dictionary<string, long> _studentNos;
    private readonly Dictionary<string, long> _examNos;
    private readonly Dictionary<string, long> _idCards;

    private RosterMatch(IReadOnlyCollection<RosterRow> rows)
    {
        _byId = rows.ToDictionary(row => row.Id);
        _studentNos = rows.ToDictionary(row => row.StudentNo, row => row.Id);
        _examNos = rows.Where(row => row.ExamNo is not null).ToDictionary(row => row.ExamNo!, row => row.Id);
        _idCards = rows.Where(row => row.IdCardHash is not null).ToDictionary(row => row.IdCardHash!, row => row.Id);
    }

    /// <param name="transaction">Reads in it.</param>
    /// <param name="schemeId">The roster.</param>
    /// <param name="columns">Columns to read: with or without the encrypted ID number.</param>
    /// <param name="studentNos">学号 of the rows.</param>
    /// <param name="examNos">考生号 of the rows that have one.</param>
    /// <param name="idCardHashes">Hashes of the ID numbers of the rows that have one.</param>
    public static async Task<RosterMatch> ReadAsync(
        WriteTransaction transaction, long schemeId, string columns, IEnumerable<string> studentNos, IEnumerable<string> examNos, IEnumerable<string> idCardHashes)
    {
        var rows = new List<RosterRow>();
        await AddAsync("student_no", [.. studentNos]);
        await AddAsync("exam_no", [.. examNos]);
        await AddAsync("id_card_hash", [.. idCardHashes]);
        return new RosterMatch([.. rows.DistinctBy(row => row.Id)]);

        async Task AddAsync(string column, string[] values)
        {
            if (values.Length > 0)
            {
                rows.AddRange(await transaction.QueryAsync<RosterRow>(
                    $"select {columns} from graduationclearance_student where scheme_id = @schemeId and {column} in @values", new { schemeId, values }));
            }
        }
    }

    public RosterRow? Find(long id) => _byId.GetValueOrDefault(id);

    public RosterRow? FindByStudentNo(string studentNo) => _studentNos.TryGetValue(studentNo, out var id) ? _byId[id] : null;

    /// <summary>Somebody else has the 考生号.</summary>
    public bool TakesExamNo(string examNo, RosterRow? student) => _examNos.TryGetValue(examNo, out var owner) && owner != student?.Id;

    /// <summary>Somebody else has the ID number.</summary>
    public bool TakesIdCard(string hash, RosterRow? student) => _idCards.TryGetValue(hash, out var owner) && owner != student?.Id;

    /// <summary>Why a row cannot be saved as the preview promised; null when it can.</summary>
    public string? Refuse(PlannedFacts planned, RosterRow after)
    {
        var stored = planned.StudentId is { } id ? Find(id) : null;
        if (planned.StudentId is null && _studentNos.ContainsKey(after.StudentNo))
            return "预检后该学号已加入名单，请重新预检";
        if (planned.StudentId is not null && (stored is null || stored.Version != planned.StudentVersion))
            return "预检后该生的信息已被修改，请重新预检";
        if (stored is { Status: RosterStatus.Removed })
            return "预检后该生已移出本方案";
        if (after.ExamNo is { } examNo && TakesExamNo(examNo, after))
            return "预检后考生号已属于本方案的其他学生";
        return after.IdCardHash is { } hash && TakesIdCard(hash, after) ? "预检后身份证号已属于本方案的其他学生" : null;
    }

    /// <summary>Later rows of the chunk see what this one takes.</summary>
    public void Claim(RosterRow after)
    {
        _studentNos[after.StudentNo] = after.Id;
        if (after.ExamNo is { } examNo)
            _examNos[examNo] = after.Id;
        if (after.IdCardHash is { } hash)
            _idCards[hash] = after.Id;
    }
}
