using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;

namespace Portal.RegistryTransfer.Settings;

/// <summary>Words of windows and rules.</summary>
internal static class ConfigWords
{
    public static IReadOnlyList<(string Key, string Label)> RuleKeys { get; } =
    [
        (TransferRule.Graduating, "毕业年级"),
        (TransferRule.EntryFirstTerm, "起始年级第一学期"),
        (TransferRule.SecondTerm, "所列年级的第二学期"),
        (TransferRule.OfGrade, "所列年级"),
        (TransferRule.Reason, "只接受所列理由"),
        (TransferRule.Notice, "只作提示"),
        (TransferRule.CompletedAllowed, "毕业后就学接受结业"),
    ];

    public static string OfRule(string key) => RuleKeys.FirstOrDefault(rule => rule.Key == key).Label ?? key;

    public static string Of(RuleSeverity severity) => severity == RuleSeverity.Block ? "禁止" : "提示";

    public static string Of(RuleSide side) => side == RuleSide.In ? "转入" : "转出";

    /// <summary>Grades of a window or rule in words.</summary>
    public static string OfGrades(string grades) => grades.Length == 0 ? "全部年级" : string.Join("、", grades.Split(',').Select(word => word switch
    {
        BusinessWindow.Graduating => "毕业年级",
        BusinessWindow.Others => "非毕业年级",
        _ => Grade.Find(word)?.Label ?? word,
    }));
}
