using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>
/// Moves records between 未办理 and 无需办理 when the rule gives another answer than before. Decided records stay, and so does what an administrator
/// set by hand while the rule's answer is the same; whoever holds a certificate keeps his steps as they are (invariant I6).
/// </summary>
public sealed class ReevaluationService(RecordWriter writer)
{
    private const int ChunkSize = 500;

    private const string Undecided =
        """
        select r.student_id, r.step_id, r.department_id, s.status as roster_status, r.status, r.remark, s.hukou_transfer, s.has_dormitory
        from graduationclearance_step_record r
        join graduationclearance_student s on s.id = r.student_id
        where not exists (select 1 from graduationclearance_certificate c where c.student_id = r.student_id and c.void_mark = 0)
        """;

    /// <summary>Locks the scheme's students when the condition changed; returns how many records moved.</summary>
    internal async Task<int> StepChangedAsync(WriteTransaction transaction, Step before, Step after, int ids)
    {
        if (before.AppliesToHukouTransfer == after.AppliesToHukouTransfer && before.AppliesToDormitory == after.AppliesToDormitory)
            return 0;
        await SchemeLock.TakeStudentsAsync(transaction, after.SchemeId);
        var rows = await transaction.QueryAsync<UndecidedRecord>(
            $"{Undecided} and r.step_id = @Id and r.status in (@pending, @notRequired)",
            new { after.Id, pending = (int)StepStatus.Pending, notRequired = (int)StepStatus.NotRequired });
        var moves = rows
            .Where(row => Applicability.Applies(before, row.HukouTransfer, row.HasDormitory) != Applicability.Applies(after, row.HukouTransfer, row.HasDormitory))
            .Select(row => (row, Applicability.Applies(after, row.HukouTransfer, row.HasDormitory)));
        return await MoveAsync(transaction, moves, $"适用条件改为：{Applicability.Words(after)}", ids);
    }

    /// <summary>For students whose rows are locked and already hold the new facts.</summary>
    internal async Task<int> StudentsChangedAsync(
        WriteTransaction transaction, IReadOnlyList<Step> steps, IReadOnlyDictionary<long, (bool HukouTransfer, bool HasDormitory)> before, int ids)
    {
        var byId = steps.ToDictionary(step => step.Id);
        var moves = new List<(UndecidedRecord, bool)>();
        foreach (var students in before.Keys.Order().Chunk(ChunkSize))
        {
            var rows = await transaction.QueryAsync<UndecidedRecord>(
                $"{Undecided} and r.student_id in @students and r.status in (@pending, @notRequired)",
                new { students, pending = (int)StepStatus.Pending, notRequired = (int)StepStatus.NotRequired });
            foreach (var row in rows.Where(row => byId.ContainsKey(row.StepId)))
            {
                var old = before[row.StudentId];
                var applies = Applicability.Applies(byId[row.StepId], row.HukouTransfer, row.HasDormitory);
                if (Applicability.Applies(byId[row.StepId], old.HukouTransfer, old.HasDormitory) != applies)
                    moves.Add((row, applies));
            }
        }

        return await MoveAsync(transaction, moves, "户口迁移或住宿信息变更", ids);
    }

    /// <summary>What changed while a certificate kept the steps as they were: for a student who is locked and holds none any more.</summary>
    internal async Task CertificateVoidedAsync(WriteTransaction transaction, IReadOnlyList<Step> steps, long studentId)
    {
        var byId = steps.ToDictionary(step => step.Id);
        var rows = await transaction.QueryAsync<UndecidedRecord>(
            $"{Undecided} and r.student_id = @studentId and r.status in (@pending, @notRequired) and r.source <> @manual",
            new { studentId, pending = (int)StepStatus.Pending, notRequired = (int)StepStatus.NotRequired, manual = (int)DecisionSource.Override });
        var moves = rows.Where(row => byId.ContainsKey(row.StepId)).Select(row => (row, Applicability.Applies(byId[row.StepId], row.HukouTransfer, row.HasDormitory)));
        await MoveAsync(transaction, moves, "发放记录作废后按适用条件重新判定", steps.Count);
    }

    private async Task<int> MoveAsync(WriteTransaction transaction, IEnumerable<(UndecidedRecord Row, bool Applies)> moves, string reason, int ids)
    {
        var changed = moves
            .Select(move => (move.Row, To: move.Applies ? StepStatus.Pending : StepStatus.NotRequired))
            .Where(move => move.Row.Status != move.To)
            .Select(move => (move.Row.RosterStatus, Change: new RecordChange(move.Row.StudentId, move.Row.StepId, move.Row.DepartmentId, move.Row.Status, move.To, move.Row.Remark, move.Row.Remark, reason)))
            .ToArray();
        if (changed.Length > ids)
            throw new RefusedException("名单刚刚有变化，请再保存一次。");
        await writer.ApplyAsync(transaction, [.. changed.Select(move => move.Change)], DecisionSource.Admin);

        // Removed students are outside the counters, so what the writer moved for them is taken back.
        await Tally.AddAsync(transaction, changed.Where(move => move.RosterStatus == RosterStatus.Removed).SelectMany(move => new[]
        {
            new TallyDelta(move.Change.StepId, move.Change.DepartmentId, move.Change.From, 1),
            new TallyDelta(move.Change.StepId, move.Change.DepartmentId, move.Change.To, -1),
        }));
        return changed.Length;
    }

    private sealed record UndecidedRecord
    {
        public long StudentId { get; init; }

        public long StepId { get; init; }

        public long DepartmentId { get; init; }

        public RosterStatus RosterStatus { get; init; }

        public StepStatus Status { get; init; }

        public string Remark { get; init; } = "";

        public bool HukouTransfer { get; init; }

        public bool HasDormitory { get; init; }
    }
}
