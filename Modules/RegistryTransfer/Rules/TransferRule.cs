using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Rules;

/// <summary>转学限制规则 of a province or of the country.</summary>
internal sealed record TransferRule : IConfigRow
{
    /// <summary>毕业年级 of the student's schooling system.</summary>
    public const string Graduating = "GRADUATING";

    /// <summary>起始年级第一学期.</summary>
    public const string EntryFirstTerm = "ENTRY_FIRST_TERM";

    /// <summary>Second term of the listed grades.</summary>
    public const string SecondTerm = "SECOND_TERM";

    /// <summary>The listed grades.</summary>
    public const string OfGrade = "GRADE";

    /// <summary>Only the listed reasons are accepted.</summary>
    public const string Reason = "REASON";

    /// <summary>Told to the applicant, decides nothing.</summary>
    public const string Notice = "NOTICE";

    /// <summary>The receiving province takes 结业 for 毕业 in 毕业后跨省就学.</summary>
    public const string CompletedAllowed = "COMPLETED_ALLOWED";

    public static string Table => "registrytransfer_transfer_rule";

    public static string Title => "转学规则";

    public long Id { get; init; }

    public long ProvinceId { get; init; }

    public ApplicationKind Kind { get; init; }

    public string RuleKey { get; init; } = "";

    public RuleSide Side { get; init; }

    public Stages Stages { get; init; }

    /// <summary>Grade codes separated by commas.</summary>
    public string Grades { get; init; } = "";

    /// <summary>Numbers of accepted <see cref="TransferReason"/>s separated by commas.</summary>
    public string Reasons { get; init; } = "";

    public RuleSeverity Severity { get; init; }

    /// <summary>As the applicant reads it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the rule is written.</summary>
    public string Source { get; init; } = "";

    public bool IsActive { get; init; }

    public int Version { get; init; }

    public IReadOnlyDictionary<string, object?> Columns() => new Dictionary<string, object?>
    {
        ["kind"] = (int)Kind, ["rule_key"] = RuleKey, ["side"] = (int)Side, ["stages"] = (int)Stages, ["grades"] = Grades, ["reasons"] = Reasons,
        ["severity"] = (int)Severity, ["text"] = Text, ["source"] = Source, ["is_active"] = IsActive,
    };

    public IReadOnlyList<(string Label, string Text)> Texts() =>
    [
        ("业务", Words.Of(Kind)),
        ("规则", ConfigWords.OfRule(RuleKey)),
        ("用于", ConfigWords.Of(Side)),
        ("作用", ConfigWords.Of(Severity)),
        ("学段", Words.Of(Stages)),
        ("年级", ConfigWords.OfGrades(Grades)),
        ("接受的理由", string.Join("、", Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(reason => Words.Of((TransferReason)int.Parse(reason, CultureInfo.InvariantCulture))))),
        ("申请人看到的文字", Text),
        ("依据", Source),
        ("状态", IsActive ? "启用" : "停用"),
    ];
}

/// <summary>Whose rule it is: of the receiving or of the sending province.</summary>
internal enum RuleSide
{
    In,
    Out,
}

/// <summary>What a rule does when it fits.</summary>
internal enum RuleSeverity
{
    /// <summary>Tells the applicant.</summary>
    Warn,

    /// <summary>Refuses the application.</summary>
    Block,
}
