using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>Words of the configuration pages beside those of <see cref="Words"/>.</summary>
public static class ConfigurationWords
{
    public static string Of(StepMode mode) => mode == StepMode.Issue ? "证书发放" : "人工办理";

    public static string Of(GrantScope scope) => scope == GrantScope.WholeSchool ? "全校学生" : "本单位学生";

    public static string Of(RosterStatus status) => status == RosterStatus.Removed ? "已移出" : "在册";
}
