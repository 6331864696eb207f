using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;

namespace Portal.RegistryTransfer.Students;

/// <summary>Conditions of the student list, kept in the address.</summary>
internal sealed record StudentFilter
{
    // As a list, because SQLite takes no index for "not 0", and a bureau looks through its whole region.
    private static readonly int[] _problems = [.. Enum.GetValues<ProblemFlag>().Where(flag => flag != ProblemFlag.None).Select(flag => (int)flag)];

    /// <summary>For bureaus: one school in reach.</summary>
    [FromQuery(Name = "school")]
    public long? SchoolId { get; init; }

    /// <summary>Part of the name; posted, because persons stay out of addresses.</summary>
    [BindNever]
    public string? Name { get; init; }

    [FromQuery(Name = "grade")]
    public string? Grade { get; init; }

    [FromQuery(Name = "class")]
    public string? ClassNo { get; init; }

    /// <summary>Null for those at the school now.</summary>
    [FromQuery(Name = "status")]
    public EnrolmentStatus? Status { get; init; }

    /// <summary>Only students whom something keeps from a transfer.</summary>
    [FromQuery(Name = "blocked")]
    public bool Blocked { get; init; }

    [FromQuery(Name = "problem")]
    public bool Problem { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["school"] = SchoolId?.ToString(CultureInfo.InvariantCulture),
        ["grade"] = Grade,
        ["class"] = ClassNo,
        ["status"] = Status?.ToString(),
        ["blocked"] = Blocked ? "true" : null,
        ["problem"] = Problem ? "true" : null,
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>Conditions on enrolment <c>e</c>, student <c>s</c> and the unit <c>u</c> of the school.</summary>
    public string Where(bool oneSchool)
    {
        List<string> conditions = [oneSchool ? "e.school_id = @school" : "u.path >= @From and u.path < @To"];
        conditions.Add(Status is null ? "e.end_on is null" : "e.status = @Status");
        if (!string.IsNullOrWhiteSpace(Name))
            conditions.Add("instr(s.name_key, @name) > 0");
        if (!string.IsNullOrWhiteSpace(Grade))
            conditions.Add("e.grade = @Grade");
        if (!string.IsNullOrWhiteSpace(ClassNo))
            conditions.Add("e.class_no = @classNo");
        if (Problem)
            conditions.Add("s.problem in @problems");
        if (Blocked)
            conditions.Add("(e.status <> @Regular or s.problem <> 0 or exists (select 1 from registrytransfer_application a where a.open_student_id = s.id))");
        return string.Join("\n  and ", conditions);
    }

    public DynamicParameters Parameters(long? school) => new(new
    {
        school,
        name = StudentName.Key(Name),
        Grade,
        classNo = ClassNo?.Trim(),
        Status,
        EnrolmentStatus.Regular,
        problems = _problems,
    });
}
