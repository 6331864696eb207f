using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Planning;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Content of a trip: what is applied for, and what is entered on the way.</summary>
internal static class TripFields
{
    public const int MostMembers = 30;

    public static IReadOnlyList<Field> All { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "exchange=交流;visit=访问;lecture=讲学;research=合作研究;study=进修培训;meeting=会议") { InList = true },
        new("mode", "组团方式", FieldKind.Choice, Options: "single=单独出访;group=本校团组;joint=双跨团组"),
        new("planItem", "年度计划", FieldKind.Ref, Required: false, RefType: WorkPlanType.TypeKey) { Hint = "出访已列入年度计划的，填写这个计划。" },
        new("members", "团组成员", FieldKind.Rows, Max: MostMembers, Columns:
        [
            new("person", "姓名", FieldKind.Person),
            new("role", "身份", FieldKind.Choice, Options: "leader=团长;member=团员"),
            new("post", "职务", FieldKind.Text, Max: 50),
            new("isMidLevel", "中层及以上", FieldKind.YesNo, Required: false),
        ]) { Min = 1 },
        new("countries", "出访国别", FieldKind.Country, Multiple: true, Max: 20) { InList = true },
        new("visas", "须办签证数", FieldKind.Int, Required: false, Max: 20),
        new("departOn", "出发日期", FieldKind.Date) { InList = true },
        new("returnOn", "返回日期", FieldKind.Date, Check: Dates.NotBefore("returnOn", "departOn", "返回日期早于出发日期")) { InList = true, Hint = "天数含离、抵当日。" },
        new("inviter", "邀请单位", FieldKind.Text),
        new("task", "出访任务", FieldKind.LongText),
        new("itinerary", "日程", FieldKind.Rows, Max: 90, Columns:
        [
            new("day", "日期", FieldKind.Date),
            new("place", "地点", FieldKind.Text),
            new("am", "上午", FieldKind.Text, Required: false),
            new("pm", "下午", FieldKind.Text, Required: false),
        ]) { Min = 1, Hint = "没有公务的半天可以空着，写明用途即可。" },
        new("funding", "经费来源", FieldKind.Text),
        new("budget", "预算（元）", FieldKind.Money),
        new("agreements", "所依据的协议", FieldKind.Ref, Required: false, RefType: AgreementType.TypeKey, Multiple: true, Max: 10),
        Pledge.Field,
        new("invitation", "邀请函及译文", FieldKind.File),
        new("publicFrom", "公示起", FieldKind.Date, Required: false) { Kept = true },
        new("publicTo", "公示止", FieldKind.Date, Required: false, Check: Dates.NotBefore("publicTo", "publicFrom", "公示止早于公示起")) { Kept = true },
        new("objection", "公示异议", FieldKind.Text, Required: false) { Kept = true },
        new("taskApprovalNo", "任务批件号", FieldKind.Text, Required: false) { Kept = true },
        new("briefingOn", "行前教育日期", FieldKind.Date, Required: false) { Kept = true },
        new("actualDepartOn", "实际出发日期", FieldKind.Date) { AskedBy = "depart", IsPast = true },
        new("actualReturnOn", "实际返回日期", FieldKind.Date, Check: Dates.NotBefore("actualReturnOn", "actualDepartOn", "实际返回日期早于实际出发日期")) { AskedBy = "return", IsPast = true },
        new("actualCost", "实际支出（元）", FieldKind.Money, Required: false) { AskedBy = "return", Kept = true },
        Thrift.Note with { AskedBy = "return", Kept = true },
        TripLock.LiftedUntil,
    ];
}
