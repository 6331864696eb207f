using Portal.InternationalExchange.Events;
using Portal.InternationalExchange.Planning;
using Portal.InternationalExchange.Support;
using Portal.InternationalExchange.Teachers;
using Portal.InternationalExchange.Trips;

namespace Portal.InternationalExchange.Demo;

/// <summary>Records that wait for somebody of the demo, so that each account finds something to do.</summary>
internal static class DemoPapers
{
    public static IReadOnlyList<DemoPaper> All(DateOnly today) =>
    [
        Trip("colA1", "colAh", "赴泰国清迈示例大学商谈联合培养", "TH", "清迈示例大学", today.AddDays(75)),
        Trip("colB1", "colBh", "赴日本大阪示例大学参加语言教学研讨", "JP", "大阪示例大学", today.AddDays(90)) with { PassedBy = ["ieo1", "colBh"] },
        new(
            EventType.TypeKey,
            "colA1",
            [
                ("title", "智能制造国际技能竞赛邀请赛"), ("unitHead", "colAh"), ("level", "college"), ("kind", "competition"), ("nameEn", "Invitational Skills Competition in Smart Manufacturing"), ("hosts", "工程学院"),
                ("place", "实训中心一楼"), ("startOn", today.AddDays(140).ToIso()), ("endOn", today.AddDays(142).ToIso()), ("countries", "TH"), ("foreignCount", "24"), ("chineseCount", "60"),
                ("funding", "学院专项经费"), ("budget", "120000"), ("ngo", "false"), ("pledge", "true"),
            ]) { File = "agenda", PassedBy = ["colAh"] },
        new(
            RequestType.TypeKey,
            "colB1",
            [("title", "关于接待越南示例师范大学代表团的请示"), ("unitHead", "colBh"), ("kind", "request"), ("content", "代表团一行六人拟来访两天，商谈汉语教师互派，请予批准。")]),
        new(
            RequestType.TypeKey,
            "colA1",
            [("title", "关于加入区域职业教育联盟的请示"), ("unitHead", "colAh"), ("level", "school"), ("kind", "request"), ("content", "联盟由四国十二所院校发起，会费每年两万元，请学校审批。")]) { PassedBy = ["colAh", "ieo1"] },
        new(
            TeacherPlanType.TypeKey,
            "colB1",
            [
                ("title", "泰语外籍教师招聘计划"), ("unitHead", "colBh"), ("posts[0].subject", "泰语口语"), ("posts[0].category", "language"), ("posts[0].headcount", "1"),
                ("posts[0].from", today.AddDays(170).ToIso()), ("posts[0].to", today.AddDays(535).ToIso()), ("reason", "应用泰语专业新增两个班。"),
            ]) { PassedBy = ["colBh"] },
        new(
            WorkPlanType.TypeKey,
            "colA1",
            [
                ("title", "工程学院年度外事工作计划"), ("unitHead", "colAh"), ("kind", "annual"), ("scope", "unit"), ("items[0].goal", "学生短期出国二十人"), ("items[0].indicator", "不少于两个项目"),
                ("items[1].goal", "接待来访团组"),
            ]) { PassedBy = ["colAh"], ReturnedBy = "ieo1" },
        new(
            LogisticsOrderType.TypeKey,
            "sie1",
            [("title", "留学生公寓三楼热水维修"), ("unitHead", "sieh"), ("kind", "property"), ("place", "留学生公寓三楼"), ("need", "三楼东侧浴室没有热水，住有十二名学生。"), ("dueOn", today.AddDays(5).ToIso())]),
    ];

    private static DemoPaper Trip(string clerk, string head, string title, string country, string inviter, DateOnly from) => new(
        StaffTripType.TypeKey,
        clerk,
        [
            ("title", title), ("unitHead", head), ("level", "college"), ("kind", "visit"), ("mode", "single"), ("members[0].person", clerk), ("members[0].role", "leader"), ("members[0].post", "外事员"),
            ("countries", country), ("departOn", from.ToIso()), ("returnOn", from.AddDays(4).ToIso()), ("inviter", inviter), ("task", $"{title}，走访实训基地，签署会谈纪要。"), ("itinerary[0].day", from.ToIso()),
            ("itinerary[0].place", "抵达"), ("itinerary[1].day", from.AddDays(1).ToIso()), ("itinerary[1].place", inviter), ("itinerary[1].am", "会谈"), ("itinerary[1].pm", "参观"), ("funding", "学院经费"),
            ("budget", "28000"), ("pledge", "true"),
        ]) { File = "invitation" };
}
