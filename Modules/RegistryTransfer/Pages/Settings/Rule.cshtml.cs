using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Pages.Settings;

/// <summary>One 转学规则: forbids or warns, on or off, with the text the applicant reads.</summary>
[RequirePermission(Permissions.ConfigureProvince)]
internal sealed class RuleModel(ConfigQueries queries, ConfigCommands commands) : ConfigPageModel<TransferRule>(queries, commands)
{
    [BindProperty]
    public ApplicationKind Kind { get; set; }

    [BindProperty]
    public string? RuleKey { get; set; }

    [BindProperty]
    public RuleSide Side { get; set; }

    [BindProperty]
    public Stages[] Stages { get; set; } = [];

    [BindProperty]
    public string[] Grades { get; set; } = [];

    [BindProperty]
    public int[] Reasons { get; set; } = [];

    [BindProperty]
    public RuleSeverity Severity { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public bool IsActive { get; set; } = true;

    protected override void Show(TransferRule row)
    {
        (Kind, RuleKey, Side, Severity, Text, Source, IsActive) = (row.Kind, row.RuleKey, row.Side, row.Severity, row.Text, row.Source, row.IsActive);
        Stages = [.. Enum.GetValues<Stages>().Where(stage => stage != Model.Stages.None && row.Stages.HasFlag(stage))];
        Grades = row.Grades.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Reasons = [.. row.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(reason => int.Parse(reason, CultureInfo.InvariantCulture))];
    }

    protected override TransferRule Read()
    {
        var (text, source, grades) = (Text?.Trim() ?? "", Source?.Trim() ?? "", new GradeChoice(Grades, WithGroups: false));
        if (ConfigWords.RuleKeys.All(rule => rule.Key != RuleKey))
            ModelState.AddModelError(nameof(RuleKey), "请选择规则");
        if (Stages.Length == 0)
            ModelState.AddModelError(nameof(Stages), "请至少选择一个学段");
        if (RuleKey is TransferRule.OfGrade or TransferRule.SecondTerm && Grades.Length == 0)
            ModelState.AddModelError(nameof(Grades), "这条规则须选择年级");
        else if (!grades.IsKnown)
            ModelState.AddModelError(nameof(Grades), "请从列出的年级中选择");
        if (RuleKey == TransferRule.Reason && Reasons.Length == 0)
            ModelState.AddModelError(nameof(Reasons), "这条规则须选择接受的理由");
        else if (Reasons.Any(reason => !Enum.IsDefined((TransferReason)reason)))
            ModelState.AddModelError(nameof(Reasons), "请从列出的理由中选择");
        if (text.Length is 0 or > 300)
            ModelState.AddModelError(nameof(Text), "请填写申请人看到的文字，不超过 300 字");
        if (source.Length > 200)
            ModelState.AddModelError(nameof(Source), "依据不超过 200 字");
        return new()
        {
            Kind = Kind,
            RuleKey = RuleKey ?? "",
            Side = Side,
            Stages = Stages.Aggregate(Model.Stages.None, (all, stage) => all | stage),
            Grades = grades.Text,
            Reasons = string.Join(',', Reasons.Distinct().Order()),
            Severity = Severity,
            Text = text,
            Source = source,
            IsActive = IsActive,
        };
    }
}
