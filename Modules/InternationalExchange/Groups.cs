namespace Portal.InternationalExchange;

/// <summary>Groups of the menu, in the order of the articles.</summary>
internal static class Groups
{
    public const string Planning = "计划与请示";
    public const string Cooperation = "合作与协议";
    public const string Events = "国际会议与活动";
    public const string Trips = "因公出国与证照";
    public const string Outbound = "学生出国";
    public const string Teachers = "外籍教师";
    public const string Students = "来华留学生";
    public const string Safety = "安全与保密";
    public const string Support = "保障与制度";

    // Record types as work goes: what is planned, done, accounted for.
    private static readonly string[] _types =
    [
        "exchange.work-plan", "exchange.superior-task", "exchange.request", "exchange.consultation", "exchange.unit-contact",
        "exchange.partner", "exchange.agreement", "exchange.project", "exchange.event",
        "exchange.staff-trip", "exchange.political-review", "exchange.trip-summary", "exchange.travel-document",
        "exchange.outbound-programme", "exchange.outbound-student", "exchange.grant", "exchange.credit-recognition",
        "exchange.teacher-plan", "exchange.foreign-teacher", "exchange.teacher-evaluation",
        "exchange.intl-student", "exchange.immigration-doc", "exchange.lodging", "exchange.counsellor", "exchange.student-care", "exchange.student-reward",
        "exchange.curriculum", "exchange.course-item", "exchange.graduation-review", "exchange.certificate",
        "exchange.incident", "exchange.confidentiality-review", "exchange.violation", "exchange.external-filing",
        "exchange.coordination-meeting", "exchange.regulation", "exchange.logistics-order", "exchange.room", "exchange.award",
    ];

    private static readonly string[] _order = [Planning, Cooperation, Events, Trips, Outbound, Teachers, Students, Safety, Support];

    private static readonly Dictionary<string, int> _ranks = _types.Select((key, rank) => (key, rank)).ToDictionary(pair => pair.key, pair => pair.rank, StringComparer.Ordinal);

    public static int RankOf(string type) => _ranks.GetValueOrDefault(type, _types.Length);

    public static int PositionOf(string group) => 10 * (1 + Array.IndexOf(_order, group));
}
