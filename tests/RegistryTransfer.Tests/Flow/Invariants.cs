using Portal.Testing;

namespace Portal.RegistryTransfer.Tests.Flow;

/// <summary>I1 to I14 of domain §4.7, each as a query that finds what breaks it.</summary>
internal static class Invariants
{
    private static readonly (string Name, string Faults)[] _all =
    [
        ("I1 one open application per student", "(select open_student_id from registrytransfer_application where open_student_id is not null group by open_student_id having count(*) > 1) f"),
        ("I1 the lock is held exactly while open", "registrytransfer_application where (status < 10 and (open_student_id is null or open_student_id <> student_id)) or (status >= 10 and open_student_id is not null)"),
        ("I2 the provinces differ", "registrytransfer_application where in_province_id = out_province_id"),
        ("I3 one active enrolment per student", "(select student_id from registrytransfer_enrolment where end_on is null group by student_id having count(*) > 1) f"),
        ("I3 the mark of the active one is its student", "registrytransfer_enrolment where (end_on is null and (active_student_id is null or active_student_id <> student_id)) or (end_on is not null and active_student_id is not null)"),
        ("I4 completed has one archive move that is done", "registrytransfer_application a left join registrytransfer_archive_transfer t on t.application_id = a.id where a.status = 10 and (t.state is null or t.state <> 2)"),
        ("I4 nothing else has one that is done", "registrytransfer_application a join registrytransfer_archive_transfer t on t.application_id = a.id where a.status <> 10 and t.state = 2"),
        ("I5 passed steps", "registrytransfer_application a where a.status = 10 and (case when a.kind = 0 then 4 else 3 end) <> (select count(*) from toolkit_review_step s where s.review_id = a.review_id and s.decision = 'Pass' and s.superseded = 0)"),
        ("I6 nothing is decided after the end", "toolkit_review_step s join toolkit_review r on r.id = s.review_id where r.state in ('Rejected', 'Withdrawn', 'Expired') and s.acted_at > r.finished_at"),
        ("I6 no archive move after another end", "registrytransfer_application a join registrytransfer_archive_transfer t on t.application_id = a.id where a.status in (11, 12, 13)"),
        ("I7 the number stays", "registrytransfer_application a join registrytransfer_student s on s.id = a.student_id where a.status = 10 and a.student_no <> s.number"),
        ("I8 steps in order", "toolkit_review_step s join toolkit_review_step t on t.review_id = s.review_id and t.round = s.round and t.step_no < s.step_no where s.acted_at is not null and (t.acted_at is null or t.acted_at > s.acted_at)"),
        ("I10 files belong to one application", "toolkit_attachment where module = 'RegistryTransfer' and owner_id is not null and is_complete = 0"),
        ("I11 the new enrolment has the grade of the application", "registrytransfer_application a where a.status = 10 and a.kind = 0 and not exists (select 1 from registrytransfer_enrolment e where e.student_id = a.student_id and e.school_id = a.in_school_id and e.grade = a.in_grade)"),
        ("I12 the sender keeps a package", "registrytransfer_application a left join registrytransfer_archive_package p on p.application_id = a.id and p.school_id = a.out_school_id where a.status = 10 and p.application_id is null"),
        ("I12 nobody else keeps one", "registrytransfer_archive_package p join registrytransfer_application a on a.id = p.application_id where a.status <> 10"),
        ("I13 one audit row for each end", "registrytransfer_application a where a.status in (11, 12, 13) and 1 <> (select count(*) from portal_audit l where l.subject = concat('application:', a.id) and l.action in ('核办不通过', '撤销', '超期清理'))"),
        ("I9 one audit row for each decision", "registrytransfer_application a where (select count(*) from toolkit_review_step s where s.review_id = a.review_id and s.decision is not null) <> (select count(*) from portal_audit l where l.subject = concat('application:', a.id) and l.action in ('核办通过', '核办不通过'))"),
        ("I14 one completion", "registrytransfer_application a where a.status = 10 and 1 <> (select count(*) from portal_audit l where l.subject = concat('application:', a.id) and l.action = '调档完毕')"),
        ("I14 one new enrolment", "registrytransfer_application a where a.status = 10 and 1 <> (select count(*) from registrytransfer_enrolment e where e.student_id = a.student_id and e.school_id = a.in_school_id)"),
    ];

    public static async Task CheckAsync<TDialect>(FlowFixture<TDialect> portal)
        where TDialect : ITestDialect
    {
        foreach (var (name, faults) in _all)
        {
            var sql = typeof(TDialect) == typeof(Sqlite) ? faults.Replace("concat('application:', a.id)", "'application:' || a.id", StringComparison.Ordinal) : faults;
            Assert.True(await portal.CountAsync(sql) == 0, $"{name} does not hold.");
        }
    }
}
