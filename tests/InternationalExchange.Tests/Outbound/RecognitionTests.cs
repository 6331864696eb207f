using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteRecognitionTests(CaseFixture<Sqlite> portal) : RecognitionTests<Sqlite>(portal);

public sealed class MariaDbRecognitionTests(CaseFixture<MariaDb> portal) : RecognitionTests<MariaDb>(portal);

public abstract class RecognitionTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:25")]
    public async Task Without_an_approved_plan_the_application_is_refused_unless_academic_affairs_writes_a_reason()
    {
        var student = await portal.BackAsync("s1", withPlan: false);
        var application = await ApplyAsync("s1", student);
        await portal.AttachAsync(application.Id, "transcript", "transcript.pdf");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("s1").SubmitAsync(application.Id));
        Assert.StartsWith("出国前学习计划未批准", refused.Message, StringComparison.Ordinal);
        Assert.Equal("draft", await portal.StateAsync(application.Id));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(student, "waive-plan", ("planWaiver", "学院说可以")));
        await portal.As("aao1").MoveAsync(student, "waive-plan", ("planWaiver", "外方课程与培养方案一致"));
        await portal.As("s1").SubmitAsync(application.Id);
        Assert.Equal("in-review", await portal.StateAsync(application.Id));
    }

    [Fact]
    [Trait("Case", "exchange:25")]
    public async Task Without_a_transcript_the_application_stays_a_draft()
    {
        var student = await portal.BackAsync("s2", withPlan: true);
        var application = await ApplyAsync("s2", student);
        var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.As("s2").SubmitAsync(application.Id));
        Assert.Equal("请上传成绩单", refused.Errors["transcript"]);
        Assert.Equal("draft", await portal.StateAsync(application.Id));
    }

    [Fact]
    [Trait("Case", "exchange:26")]
    public async Task Academic_affairs_decides_line_by_line_and_both_grades_stay_side_by_side()
    {
        var student = await portal.BackAsync("s3", withPlan: true);
        Assert.Equal(new DateTime(2026, 3, 15), (await portal.DueAsync(student, "recognition"))!.Value.AddMinutes(-1).Date);
        var application = (await ApplyAsync("s3", student)).Id;
        await portal.AttachAsync(application, "transcript", "transcript.pdf");
        await portal.As("s3").SubmitAsync(application);
        Assert.Null(await portal.DueAsync(student, "recognition"));
        await portal.As("colAh").DecideAsync(application);
        await portal.As("aao1").DecideAsync(application);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => DecideLinesAsync("colA1", application));
        await DecideLinesAsync("aao1", application);
        var data = JsonNode.Parse(await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @application", new { application }))!;
        var line = data["decisions"]![0]!;
        Assert.Equal(("B+", "85", 3), ((string)line["foreignGrade"]!, (string)line["convertedGrade"]!, (int)line["homeCredits"]!));
        Assert.Equal("教认〔2026〕1号", (string)data["decisionNo"]!);
        Assert.Equal("recognised", await portal.StateAsync(student));
    }

    [Fact]
    public async Task Nobody_applies_for_the_stay_of_another_student_or_college()
    {
        var student = await portal.BackAsync("s4", withPlan: true);
        foreach (var (account, message) in new[] { ("s5", "只能为本人申请学分认定"), ("colB1", "只能为本单位的学生申请学分认定") })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => ApplyAsync(account, student));
            Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        }

        var own = await portal.As("s5").CreateAsync(OutboundCases.Recognition);
        var no = await portal.NoAsync(student);
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("s5").SaveAsync(own.Id, ("outbound", no)));
        await portal.As("colA1").CreateAsync(OutboundCases.Recognition, ("outbound", no));
    }

    private Task<RecordView> DecideLinesAsync(string account, long application) => portal.As(account).MoveAsync(
        application,
        "decide",
        ("decisions[0].foreignCourse", "Machine Design"),
        ("decisions[0].foreignCredits", "6"),
        ("decisions[0].foreignGrade", "B+"),
        ("decisions[0].gradeScale", "A–F"),
        ("decisions[0].homeCourse", "机械设计"),
        ("decisions[0].homeCredits", "3"),
        ("decisions[0].convertedGrade", "85"),
        ("decisions[0].decision", "recognised"),
        ("decisionNo", "教认〔2026〕1号"),
        ("decidedOn", "2026-03-02"));

    private async Task<RecordView> ApplyAsync(string account, long student) => await portal.As(account).CreateAsync(
        OutboundCases.Recognition,
        ("outbound", await portal.NoAsync(student)),
        ("lines[0].foreignCourse", "Machine Design"),
        ("lines[0].foreignCredits", "6"),
        ("lines[0].foreignGrade", "B+"),
        ("lines[0].gradeScale", "A–F"),
        ("lines[0].homeCourse", "机械设计"),
        ("lines[0].homeCredits", "4"));
}
