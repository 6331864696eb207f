using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Forms;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Records;

public abstract class RecordSecrecyTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_message_names_another_record_only_to_those_who_may_read_it()
    {
        var record = await portal.ApprovedAsync();
        foreach (var (who, text) in new[] { (Staff.Clerk, $"{record.No} {record.Title}"), (Staff.Office, $"{record.No} {record.Title}"), (Staff.Other, "单位10的文件"), (Staff.Stranger, "单位10的文件") })
        {
            var (named, refused) = await portal.AsAsync(who, async services =>
            {
                var (named, refused) = ("", "");
                await services.GetRequiredService<RecordModuleService>().RunAsync("Organisation", 1, async writer =>
                {
                    writer.Transaction.WithoutAudit("Nothing is written.");
                    named = (await writer.NameAsync(record)).Text;
                    refused = (await Assert.ThrowsAsync<RefusedException>(() => writer.MoveAsync(record, RecordMove.Reopen))).Message;
                }, default);
                return (named, refused);
            });
            Assert.Equal(text, named);
            Assert.Equal(text != "单位10的文件", refused.Contains(record.Title, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_audit_says_that_a_sensitive_record_was_changed_and_not_what_it_says()
    {
        var record = await portal.CommandAsync(Staff.Vault, commands =>
            commands.CreateAsync(SecretType.Id, Staff.Input(new() { ["number"] = "E12345678", ["result"] = "yes", ["facts"] = "不外传的经过" }), default));
        var audit = await portal.Database.ScalarAsync<string>("select after_json from portal_audit where subject = @subject", new { subject = $"record:{record.Id}" });
        Assert.Contains(record.No, audit, StringComparison.Ordinal);
        Assert.DoesNotContain("不外传", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("5678", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Title, audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_runs_ends_with_its_record()
    {
        var record = await portal.ApprovedAsync();
        record = await portal.AsAsync(Staff.Clerk, async services => (await ((RecordAmendmentCommands)services.GetService(typeof(RecordAmendmentCommands))!)
            .RequestAsync(record.Id, record.Row.Version, Staff.Input(new() { ["endOn"] = "2026-04-09" }), "对方延期", default)).Record);
        var review = await portal.ReviewAsync(record);
        record = await portal.MoveAsync(Staff.Clerk, record, RecordMove.Cancel, reason: "对方取消");
        Assert.Equal(("cancelled", (long?)null, new DateOnly(2026, 4, 3)), (record.State, record.Row.ChangeId, record.Date("endOn")));
        await Assert.ThrowsAsync<ReviewFinishedException>(() => portal.AsAsync(Staff.Head, services =>
            ((ReviewCommands)services.GetService(typeof(ReviewCommands))!).DecideAsync(review.Id, review.Version + 1, ReviewDecision.Pass, "同意", null, default)));
    }

    [Fact]
    public async Task A_copy_by_whoever_sees_the_ends_only_leaves_the_number_out()
    {
        var record = await portal.CommandAsync(Staff.Vault, commands => commands.CreateAsync(SecretType.Id, Staff.Input(new() { ["number"] = "E87654321", ["result"] = "yes" }), default));
        var (full, masked) = await portal.AsAsync(Staff.Vault, services =>
        {
            var forms = (RecordFormService)services.GetService(typeof(RecordFormService))!;
            return Task.FromResult((forms.Copy(new SecretType(), record, withSecrets: true), forms.Copy(new SecretType(), record, withSecrets: false)));
        });
        Assert.Equal(("E87654321", "yes"), (full["number"], full["result"]));
        Assert.Equal((null, "yes"), (masked["number"], masked["result"]));
    }

    [Fact]
    public async Task What_is_kept_up_is_not_kept_up_while_the_record_is_reviewed_or_archived()
    {
        var record = await portal.SubmittedAsync();
        await Assert.ThrowsAsync<RefusedException>(() => portal.CommandAsync(
            Staff.Clerk, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { ["report"] = "已总结" }), default)));
    }
}

public sealed class SqliteRecordSecrecyTests(RecordFixture<Sqlite> portal) : RecordSecrecyTests<Sqlite>(portal);

public sealed class MariaDbRecordSecrecyTests(RecordFixture<MariaDb> portal) : RecordSecrecyTests<MariaDb>(portal);
