using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Settings;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class GuardTests
{
    [Theory]
    [Trait("Case", "transfer:34")]
    [InlineData(31, 32, false)]
    [InlineData(32, 32, true)]
    [InlineData(32, 31, false)]
    public void The_corps_is_a_province_of_its_own(long from, long to, bool isSame) =>
        Assert.Equal(isSame, Check(Of("P5", from, to), "P5").Contains("SAME_PROVINCE"));

    [Fact]
    public void Five_four_and_six_three_meet_only_where_a_mapping_is_enabled()
    {
        var guards = Of("J1", 1, 2) with { Student = Student("J1", 1) with { SchoolingSystem = SchoolingSystem.FiveFour } };
        Assert.Equal(["J1"], guards.Grades.Select(grade => grade.Code));
        var finding = Assert.Single(guards.Check("P6", null));
        Assert.Equal("GRADE_MISMATCH", finding.Code);
        Assert.Contains("本省没有启用学制对应", finding.Text, StringComparison.Ordinal);

        var mapped = guards with { Mappings = [new() { FromSystem = SchoolingSystem.FiveFour, FromGrade = "J1", ToSystem = SchoolingSystem.SixThree, ToGrade = "P6" }] };
        Assert.Equal(["J1", "P6"], mapped.Grades.Select(grade => grade.Code));
        Assert.Empty(mapped.Check("P6", null));
    }

    [Theory]
    [InlineData("J3", SchoolingSystem.SixThree, EnrolmentStatus.Graduated, true)]
    [InlineData("J4", SchoolingSystem.FiveFour, EnrolmentStatus.Graduated, true)]
    [InlineData("J3", SchoolingSystem.FiveFour, EnrolmentStatus.Graduated, false)]
    [InlineData("P6", SchoolingSystem.SixThree, EnrolmentStatus.Graduated, false)]
    [InlineData("J3", SchoolingSystem.SixThree, EnrolmentStatus.Regular, false)]
    [InlineData("J3", SchoolingSystem.SixThree, EnrolmentStatus.Completed, false)]
    [Trait("Case", "transfer:25")]
    public void Only_graduates_of_junior_high_go_on_to_senior_high(string grade, SchoolingSystem system, EnrolmentStatus status, bool mayApply)
    {
        var guards = Of(grade, 1, 2) with { Kind = ApplicationKind.PostGraduation, Student = Student(grade, 1) with { SchoolingSystem = system, Status = status } };
        Assert.Equal(!mayApply, Check(guards, "S1").Contains("NOT_JUNIOR_GRADUATE"));
    }

    [Fact]
    public void A_province_may_take_completion_for_graduation()
    {
        var guards = Of("J3", 1, 2) with
        {
            Kind = ApplicationKind.PostGraduation,
            Student = Student("J3", 1) with { Status = EnrolmentStatus.Completed },
            Rules = [new() { ProvinceId = 2, Kind = ApplicationKind.PostGraduation, RuleKey = TransferRule.CompletedAllowed, IsActive = true, Stages = Stages.JuniorHigh }],
        };
        Assert.Empty(Check(guards, "S1"));
    }

    [Fact]
    public void A_province_rule_refuses_and_a_national_one_only_warns()
    {
        var rule = new TransferRule { ProvinceId = 2, RuleKey = TransferRule.Graduating, Severity = RuleSeverity.Block, Stages = Stages.Primary, IsActive = true, Text = "毕业年级不办理转学" };
        Assert.Contains("RULE_GRADUATING", Check(Of("P6", 1, 2) with { Rules = [rule] }, "P6"));
        Assert.Empty(Check(Of("P6", 1, 3) with { Rules = [rule] }, "P6"));
        Assert.Empty(Check(Of("P5", 1, 2) with { Rules = [rule] }, "P5"));
        var warning = Assert.Single((Of("P6", 1, 2) with { Rules = [rule with { ProvinceId = ConfigScope.Nation, Severity = RuleSeverity.Warn }] }).Check("P6", null));
        Assert.True(warning.IsWarning);
    }

    [Fact]
    public void Only_the_reasons_a_province_lists_are_accepted()
    {
        var rule = new TransferRule { ProvinceId = 2, RuleKey = TransferRule.Reason, Reasons = "1,2", Severity = RuleSeverity.Block, Stages = Stages.Primary, IsActive = true };
        var guards = Of("P5", 1, 2) with { Rules = [rule] };
        Assert.Empty(guards.Check("P5", TransferReason.ParentsRelocated));
        Assert.Equal("Reason", Assert.Single(guards.Check("P5", TransferReason.Other)).Field);
    }

    [Fact]
    public void Without_a_bureau_nothing_is_saved_that_would_get_stuck() =>
        Assert.Contains("NO_BUREAU", Check(Of("P5", 1, 2) with { HasBureaus = false }, "P5"));

    private static string[] Check(Guards guards, string grade) => [.. guards.Check(grade, null).Where(finding => !finding.IsWarning).Select(finding => finding.Code)];

    private static Guards Of(string grade, long from, long to) => new()
    {
        Kind = ApplicationKind.Transfer,
        Student = Student(grade, from),
        School = new() { UnitId = 2, Name = "转入校", ProvinceId = to, Stages = Stages.Primary | Stages.JuniorHigh | Stages.SeniorHigh },
        Windows = [],
        Rules = [],
        Mappings = [],
        Today = new(2026, 3, 10),
        HasBureaus = true,
    };

    private static StudentFacts Student(string grade, long provinceId) => new() { StudentId = 1, ActiveStudentId = 1, GradeCode = grade, ProvinceId = provinceId, SchoolId = 3 };
}
