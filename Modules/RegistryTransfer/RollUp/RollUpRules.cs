using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>Who moves on which day. Students on leave stay where they are: they come back into the grade their school finds right.</summary>
internal static class RollUpRules
{
    public static string Word(RollUpPhase phase) => phase == RollUpPhase.Graduation ? "毕业" : "全国统一升级";

    /// <summary>The first local day on which the phase may run by itself.</summary>
    public static DateOnly Begins(RollUpPhase phase, int schoolYear) => phase == RollUpPhase.Graduation ? new(schoolYear, 7, 30) : new(schoolYear, 8, 11);

    /// <summary>The last local day on which it does; afterwards only the ministry starts it.</summary>
    public static DateOnly Ends(int schoolYear) => new(schoolYear, 8, 31);

    /// <summary>Codes of the grades a phase takes.</summary>
    public static IReadOnlyList<string> Grades(RollUpPhase phase, SchoolingSystem system) =>
        [.. Grade.All.Where(grade => grade.IsGraduating(system) == (phase == RollUpPhase.Graduation) && (phase == RollUpPhase.Graduation || Next(grade) != grade)).Select(grade => grade.Code)];

    /// <summary>The grade a year later; the last one of a stage stays.</summary>
    public static Grade Next(Grade grade) => Grade.All.FirstOrDefault(next => next.Stage == grade.Stage && next.Year == grade.Year + 1) ?? grade;

    /// <inheritdoc cref="Next(Grade)"/>
    public static string Next(string code) => Grade.Find(code) is { } grade ? Next(grade).Code : code;
}
