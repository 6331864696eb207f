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

    private static readonly string[] _order = [Planning, Cooperation, Events, Trips, Outbound, Teachers, Students, Safety, Support];

    public static int PositionOf(string group) => 10 * (1 + Array.IndexOf(_order, group));
}
