namespace Portal.GraduationClearance.Schemes;

/// <summary>适用条件: with both conditions set, both must hold. One rule for C# and for SQL over student <c>s</c> and step <c>st</c>.</summary>
internal static class Applicability
{
    public const string Sql =
        "((st.applies_to_hukou_transfer = 0 or s.hukou_transfer = 1) and (st.applies_to_dormitory = 0 or s.has_dormitory = 1))";

    public static bool Applies(StepFacts step, bool hukouTransfer, bool hasDormitory) =>
        (!step.AppliesToHukouTransfer || hukouTransfer) && (!step.AppliesToDormitory || hasDormitory);

    public static string Words(StepFacts step) => (step.AppliesToHukouTransfer, step.AppliesToDormitory) switch
    {
        (true, true) => "户口迁移且住宿的学生",
        (true, false) => "户口迁移的学生",
        (false, true) => "住宿的学生",
        _ => "全部学生",
    };
}
