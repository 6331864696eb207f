using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Rows of a new application.</summary>
internal sealed class ApplicationWriter(IUnitContext context, IUnitTree tree, LocalTime time, TimeProvider clock)
{
    /// <summary>KZ2026031000001234: flow, day, running number.</summary>
    public string NumberOf(ApplicationKind kind, long id) => $"{(kind == ApplicationKind.Transfer ? "KZ" : "KJ")}{time.Today:yyyyMMdd}{id:D8}";

    public Task InsertAsync(WriteTransaction transaction, long id, NewApplication application, Guards guards) => transaction.ExecuteAsync(
        """
        insert into registrytransfer_application
            (id, number, kind, student_id, open_student_id, enrolment_id, status, student_name, student_no, id_card_masked,
            in_school_id, in_school_name, in_province_id, in_grade, in_class, out_school_id, out_school_name, out_province_id, out_grade,
            reason_code, reason, check_text, step_label, waiting_unit_name, idempotency_key, started_by, started_by_name, started_at, copied_from_id)
        values
            (@id, @applicationNumber, @Kind, @StudentId, @StudentId, @EnrolmentId, @status, @Name, @Number, @IdCardMasked,
            @inSchoolId, @inSchoolName, @inProvinceId, @InGrade, @InClass, @SchoolId, @SchoolName, @ProvinceId, @GradeCode,
            @Reason, @ReasonText, '', '', '', @RequestKey, @personId, @personName, @now, @CopiedFromId)
        """,
        new
        {
            id,
            applicationNumber = NumberOf(application.Kind, id),
            application.Kind,
            status = ApplicationStatus.PendingInSchool,
            guards.Student.StudentId,
            guards.Student.EnrolmentId,
            guards.Student.Name,
            guards.Student.Number,
            guards.Student.IdCardMasked,
            guards.Student.SchoolId,
            guards.Student.SchoolName,
            guards.Student.ProvinceId,
            guards.Student.GradeCode,
            inSchoolId = guards.School.UnitId,
            inSchoolName = guards.School.Name,
            inProvinceId = guards.School.ProvinceId,
            application.Form.InGrade,
            application.Form.InClass,
            application.Form.Reason,
            application.Form.ReasonText,
            application.RequestKey,
            application.CopiedFromId,
            personId = context.Person!.Id,
            personName = context.Person.Name,
            now = clock.GetUtcNow().UtcDateTime,
        });

    /// <summary>Every unit of both sides from the school up, without the root: they may see it.</summary>
    public Task InsertUnitsAsync(WriteTransaction transaction, long id, ApplicationKind kind, params long[] schoolIds)
    {
        var units = schoolIds.SelectMany(Line).Where(unitId => unitId != tree.Root?.Id).Distinct().ToArray();
        return transaction.InsertAsync(
            "registrytransfer_application_unit", ["unit_id", "application_id", "kind", "is_open"], units.Select(unitId => new object?[] { unitId, id, kind, true }));
    }

    private IEnumerable<long> Line(long unitId)
    {
        for (var unit = tree.Find(unitId); unit is not null; unit = unit.ParentId is { } parent ? tree.Find(parent) : null)
            yield return unit.Id;
    }
}
