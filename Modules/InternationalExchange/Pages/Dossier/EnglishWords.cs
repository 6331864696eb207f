
namespace Portal.InternationalExchange.Pages.Dossier;

/// <summary>English for states, choices and yes or no, by the Chinese word that the record types use. What people from abroad never read has none.</summary>
internal static class EnglishWords
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["学历生"] = "Degree student",
        ["短期语言生"] = "Short-term language student",
        ["交换生"] = "Exchange student",
        ["签证"] = "Visa",
        ["居留许可"] = "Residence permit",
        ["临时居留（住宿登记）证明"] = "Certificate of temporary residence",
        ["工作许可"] = "Work permit",
        ["毕业证书"] = "Graduation certificate",
        ["结业证书"] = "Certificate of completion",
        ["本科"] = "Bachelor",
        ["硕士"] = "Master",
        ["博士"] = "Doctor",
        ["其他"] = "Other",
        ["已申请"] = "Applied",
        ["已录取"] = "Admitted",
        ["已报到"] = "Arrived",
        ["在读"] = "Enrolled",
        ["休学待确认"] = "Suspension being confirmed",
        ["休学"] = "Suspended",
        ["复学待确认"] = "Return being confirmed",
        ["退学待确认"] = "Withdrawal being confirmed",
        ["毕业审核中"] = "Graduation under review",
        ["毕业"] = "Graduated",
        ["结业"] = "Completed",
        ["退学"] = "Withdrawn",
        ["未报到"] = "Did not arrive",
        ["已离校"] = "Left",
        ["不予批准"] = "Not accepted",
        ["候选人"] = "Candidate",
        ["资格审查合格"] = "Qualification passed",
        ["已考核"] = "Assessed",
        ["待学校批准"] = "Waiting for the university's approval",
        ["学校已批准"] = "Approved by the university",
        ["办证中"] = "Visa and permits in progress",
        ["在岗"] = "In post",
        ["离职"] = "Left",
        ["待发编号"] = "Number pending",
        ["待颁发"] = "Ready to be issued",
        ["已颁发"] = "Issued",
    };

    /// <summary>Empty for a word without English.</summary>
    public static string Of(string word) => _words.GetValueOrDefault(word, "");
}
