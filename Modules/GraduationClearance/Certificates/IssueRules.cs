using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>What must be filled in, and which kinds fit which 离校类型. The first problem is reported.</summary>
internal static class IssueRules
{
    public const int MaxSerial = 50;
    public const int MaxNote = 500;
    public const int MaxName = 100;

    /// <summary>Longest number whose mask fits its column.</summary>
    public const int MaxIdNo = 30;

    /// <exception cref="RefusedException">Something is missing or does not fit; the message names it.</exception>
    public static void Require(IssueRequest request, DateOnly today)
    {
        if (request.Items.Count == 0)
            throw new RefusedException("请选择要发放的证书或材料", "kinds");
        foreach (var item in request.Items)
            RequireSerial(item);
        if (request.IssuedOn < today.AddYears(-1))
            throw new RefusedException("领取日期早于一年前，请核对", "issuedOn");
        if (request.IssuedOn > today)
            throw new RefusedException("领取日期不能晚于今天", "issuedOn");
        if (request.Note.Length > MaxNote)
            throw new RefusedException($"备注超过 {MaxNote} 字", "note");
        if (request.Receiver == Receiver.Delegate)
            RequireDelegate(request);
    }

    /// <summary>毕业证 and 学位证 for those who graduate, 结业证 for those who leave with 结业; 毕业材料 for everybody.</summary>
    public static bool Fits(CertificateKind kind, string leaveType) => (kind, leaveType) switch
    {
        (CertificateKind.Materials, _) or (_, "") => true,
        (CertificateKind.Completion, _) => leaveType == "结业",
        _ => leaveType == "毕业",
    };

    private static void RequireSerial(IssueItem item)
    {
        var field = $"serial-{item.Kind}";
        if (item.SerialNo.Length == 0 && item.Kind != CertificateKind.Materials)
            throw new RefusedException($"请填写{item.Kind.Word()}编号", field);
        if (item.SerialNo.Length > MaxSerial)
            throw new RefusedException($"{item.Kind.Word()}编号超过 {MaxSerial} 位", field);
        if (item.SerialNo.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            throw new RefusedException($"{item.Kind.Word()}编号中不能有空格", field);
    }

    private static void RequireDelegate(IssueRequest request)
    {
        if (request.DelegateName.Length == 0)
            throw new RefusedException("代领须填写代领人姓名", "delegateName");
        if (request.DelegateName.Length > MaxName)
            throw new RefusedException($"代领人姓名超过 {MaxName} 字", "delegateName");
        if (request.DelegatePhone.Length == 0)
            throw new RefusedException("代领须填写代领人电话", "delegatePhone");
        if (request.DelegatePhone.Length > 30 || request.DelegatePhone.Count(char.IsAsciiDigit) < 7)
            throw new RefusedException("代领人电话不是有效的电话号码", "delegatePhone");
        if (request.DelegateIdNo.Length == 0)
            throw new RefusedException("代领须填写代领人身份证号", "delegateIdNo");
        if (request.DelegateIdNo.Length is < 6 or > MaxIdNo || !request.DelegateIdNo.All(char.IsAsciiLetterOrDigit))
            throw new RefusedException("代领人身份证号不是有效的证件号码", "delegateIdNo");
    }
}
