using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>Both kinds at each step, one stopped by 转出校验, late ones and ended ones.</summary>
internal static class DemoCases
{
    private const string Job = "父母工作调动，全家随迁，申请到现居住地就读";
    private const string Admitted = "中考后经本校招生录取";

    public static IReadOnlyList<DemoCase> All { get; } =
    [
        new(Student("陈雨桐", "44990120180322032X", "sb", "P3"), "sa", 1, Job),
        new(Student("林子墨", "449901201706140213", "se", "P4"), "sa", 4, Job, new DemoAct("sa-lead", 3)),
        new(Student("黄思远", "449901201205170430", "sb", "J2"), "sc", 6, "户籍随父母迁入成都") { Acts = [new("sc-lead", 5), new("u51", 4)], ReasonCode = TransferReason.ResidenceMoved },
        new(Student("何佳宁", "449901201609110549", "se", "P5"), "sa", 8, Job, new DemoAct("sa-lead", 7), new("u119901", 6), new("se-lead", 2)),
        new(Student("罗欣怡", "519901201307260654", "sc", "J1"), "sb", 17, "外来务工人员随迁子女就学") { Acts = [new("sb-lead", 16)], ReasonCode = TransferReason.MigrantFamily },
        new(Student("赵一诺", "119901201711030768", "sa", "P3"), "se", 30, Job, new DemoAct("se-lead", 29), new("u449901", 28), new("u449901", 6, DemoDeed.Urge, "家长多次来电询问，请尽快核办。")),
        new(Student("唐瑞", "519901201502090873", "sc", "P5") with { Status = EnrolmentStatus.Suspended }, "sa", 9, Job, new DemoAct("sa-lead", 8), new("u119901", 7)),
        new(Student("周雨辰", "449901201808300986", "sb", "P2"), "sa", 12, Job, new DemoAct("sa-lead", 11), new("u119901", 10), new("sb-lead", 5, DemoDeed.Reject, "户口本与学籍姓名不一致，请家长先到本校更正后重新申请。")),
        new(Student("吴梓涵", "449901201506151110", "sb", "P5"), "sa", 22, Job, new DemoAct("sa-lead", 21), new("u119901", 19), new("sb-lead", 16), new("u4499", 13)),
        new(Student("孙可欣", "119901201604211221", "sa", "P5"), "sb", 15, "户籍随父母迁入广东") { Acts = [new("sb-lead", 14), new("u4499", 12), new("sa-lead", 9), new("u119901", 8)], ReasonCode = TransferReason.ResidenceMoved },
        new(Student("郭子轩", "449901201701281332", "se", "P4"), "sc", 7, Job, new DemoAct("sc-lead", 6), new("sc-lead", 5, DemoDeed.Revoke, "转入年级填写有误，更正后重新发起。")),
        new(Student("梁俊熙", "449901201103121443", "sb", "J3"), "sd", 1, Admitted) { ReasonCode = TransferReason.Admission },
        new(Student("邓雅文", "519901201105191558", "sc", "J3"), "sd", 4, Admitted, new DemoAct("sd-lead", 3)) { ReasonCode = TransferReason.Admission },
        new(Student("许嘉豪", "449901201108071668", "sb", "J3"), "sd", 14, Admitted, new DemoAct("sd-lead", 13), new("u119901", 12)) { ReasonCode = TransferReason.Admission },
        new(Student("曾诗涵", "449901201106231779", "sb", "J3"), "sc", 8, Admitted, new DemoAct("sc-lead", 7), new("u51", 4, DemoDeed.Reject, "录取名册中没有该生，请学校核对录取信息。")) { ReasonCode = TransferReason.Admission },
        new(Student("彭博文", "449901201102161881", "sb", "J3"), "sd", 13, Admitted, new DemoAct("sd-lead", 12), new("u119901", 10), new("u4499", 6)) { ReasonCode = TransferReason.Admission },
    ];

    private static DemoStudent Student(string name, string idNumber, string school, string grade) =>
        new(name, $"G{idNumber}", school, grade, idNumber) { Status = grade == "J3" ? EnrolmentStatus.Graduated : EnrolmentStatus.Regular };
}
