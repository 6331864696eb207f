using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Rules;

/// <summary>Which rules fit an application (guard G8).</summary>
internal static class TransferRules
{
    private const int FirstTermBegins = 8;
    private const int SecondTermBegins = 2;

    /// <param name="rules">Active ones of the kind.</param>
    /// <param name="inProvinceId">Its rules of side In count.</param>
    /// <param name="outProvinceId">Its rules of side Out count.</param>
    /// <param name="grade">The student's.</param>
    /// <param name="system">Of the student's school.</param>
    /// <param name="reason">Null while it is not chosen yet.</param>
    /// <param name="today">Of the portal's zone.</param>
    public static IEnumerable<TransferRule> Fitting(
        IEnumerable<TransferRule> rules, long inProvinceId, long outProvinceId, Grade grade, SchoolingSystem system, TransferReason? reason, DateOnly today) => rules.Where(rule =>
            rule.IsActive
            && (rule.ProvinceId == ConfigScope.Nation || rule.ProvinceId == (rule.Side == RuleSide.In ? inProvinceId : outProvinceId))
            && rule.Stages.HasFlag(grade.Stage)
            && Fits(rule, grade, system, reason, today));

    private static bool Fits(TransferRule rule, Grade grade, SchoolingSystem system, TransferReason? reason, DateOnly today) => rule.RuleKey switch
    {
        TransferRule.Graduating => grade.IsGraduating(system),
        TransferRule.EntryFirstTerm => grade.Year == 1 && IsFirstTerm(today),
        TransferRule.SecondTerm => Lists(rule.Grades, grade.Code) && !IsFirstTerm(today),
        TransferRule.OfGrade => Lists(rule.Grades, grade.Code),
        TransferRule.Reason => reason is { } given && !Lists(rule.Reasons, ((int)given).ToString(CultureInfo.InvariantCulture)),
        TransferRule.Notice => true,
        _ => false,
    };

    // The first term runs from the roll-up in August to the end of January.
    private static bool IsFirstTerm(DateOnly day) => day.Month is >= FirstTermBegins or < SecondTermBegins;

    private static bool Lists(string list, string word) => list.Split(',').Contains(word);
}
