using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>转出校验 in plain words. No text names the other school.</summary>
internal static class CheckCodes
{
    public const string Mismatch = "2001";
    public const string OpenBusiness = "2002";
    public const string ProblemRecord = "2003";

    public const string OpenBusinessText = "该生有在办业务（2002），现在不能发起新的申请。请等该业务办结，或由发起方撤销后再申请；可请家长向原就读学校了解。";

    /// <summary>At the save and at the search.</summary>
    public static string ProblemText(ProblemFlag problem) => $"该生学籍为问题学籍（2003：{Words.Of(problem)}）。请学籍所在学校先按问题学籍流程佐证、变更或删除，处理完毕后再申请。";

    /// <summary>The same of an application that is held.</summary>
    public static string HeldText(ProblemFlag problem) => $"该生学籍为问题学籍（2003：{Words.Of(problem)}）。请学籍所在学校先按问题学籍流程佐证、变更或删除，处理完毕后点“重新校验”；不再转学的，请撤销申请。";

    public static string HeldText(EnrolmentStatus status) =>
        $"该生学籍状态变为“{Words.Of(status)}”（2002：有在办业务）。请联系转出方办结该业务，恢复后点“重新校验”；不再转学的，请撤销申请。";

    public static string MismatchText(string what) =>
        $"转出校验不符（2001：{what}）。请与转出方核对；信息已更正的点“重新校验”，申请填写有误的请撤销后重新发起。";
}
