using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;
using Portal.Toolkit.Tests.Reviews;

namespace Portal.Toolkit.Tests.Records;

public abstract class RecordRightsTests<TDialect>(RecordFixture<TDialect> portal) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_unit_reads_its_own_an_office_all_a_stranger_nothing()
    {
        var record = await portal.SubmittedAsync();
        var readers = new List<string>();
        foreach (var who in Staff.All)
        {
            if ((await RightsAsync(who, record)).MayRead)
                readers.Add(who.Name);
        }

        Assert.Equal(["王经办", "李院长", "张处", "赵校长", "李院长"], readers);
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.CommandAsync(Staff.Other, commands => commands.SubmitAsync(record.Id, record.Row.Version, default)));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.CommandAsync(Staff.Office, commands => commands.CreateAsync(PaperType.Id, Staff.Input([], "x"), default)));
    }

    [Fact]
    public async Task Only_the_unit_whose_step_it_is_decides_and_never_the_owner()
    {
        var record = await portal.SubmittedAsync();
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(Staff.Office, record));
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(Staff.Clerk, record));
        var own = await portal.SubmitAsync(await portal.DraftAsync(who: Staff.Head), Staff.Head);
        await Assert.ThrowsAsync<ReviewForbiddenException>(() => portal.DecideAsync(Staff.Head, own));
    }

    [Fact]
    public async Task A_move_is_made_only_from_its_states_by_its_acts()
    {
        var record = await portal.ApprovedAsync();
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.MoveAsync(Staff.Office, record, RecordMove.Activate));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.MoveAsync(Staff.Clerk, record, "approve"));
        await Assert.ThrowsAsync<RefusedException>(() => portal.MoveAsync(Staff.Clerk, record, RecordMove.Close));
        await Assert.ThrowsAsync<RecordInvalidException>(() => portal.MoveAsync(Staff.Clerk, record, RecordMove.Activate));
        await Assert.ThrowsAsync<RecordInvalidException>(() => portal.MoveAsync(Staff.Clerk, record, RecordMove.Cancel));
        Assert.Equal("approved", (await portal.ReadAsync(record.Id)).State);
    }

    [Fact]
    public async Task Of_a_sensitive_type_others_know_only_their_facet_and_secrets_are_stored_encrypted()
    {
        var open = await SecretAsync("E12345678", "yes");
        var closed = await SecretAsync("E12345679", "no");
        Assert.Equal("open", open.Row.Facet);
        Assert.False((await RightsAsync(Staff.School, open)).MayRead);
        var reader = await RightsAsync(Staff.Reader, open);
        Assert.True(reader is { MayRead: true, SeesEverything: false });
        Assert.False((await RightsAsync(Staff.Reader, closed)).MayRead);
        Assert.True((await RightsAsync(Staff.Vault, closed)).SeesEverything);
        var stored = await portal.Database.QueryAsync<string>("select data from toolkit_record where type = @Id union all select value from toolkit_record_key", new { SecretType.Id });
        Assert.DoesNotContain(stored, text => text.Contains("E1234567", StringComparison.Ordinal));
        Assert.Equal("E12345678", (await portal.ReadAsync(open.Id))["number"]);
        await Assert.ThrowsAsync<RefusedException>(() => SecretAsync("E12345678", "no"));
        Assert.DoesNotContain(await portal.Database.QueryAsync<string>("select coalesce(after_json, '') from portal_audit"), text => text.Contains("E1234567", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_two_lend_at_the_same_moment_goes_out_once()
    {
        for (var round = 0; round < 25; round++)
        {
            var draft = await SecretAsync($"G{round:00000000}", "yes");
            var record = await portal.SubmitAsync(draft, Staff.Vault);
            var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                try
                {
                    return (await portal.MoveAsync(Staff.Vault, record, "lend", reason: "出访")).State;
                }
                catch (StaleException)
                {
                    return "stale";
                }
            })));
            Assert.Equal(["out", "stale"], results.Order());
        }
    }

    private Task<RecordView> SecretAsync(string number, string result) => portal.CommandAsync(
        Staff.Vault, commands => commands.CreateAsync(SecretType.Id, Staff.Input(new JsonObject { ["number"] = number, ["result"] = result }), default));

    private Task<RecordRights> RightsAsync(Who who, RecordView record) => portal.AsAsync(who, async services =>
    {
        await using var connection = await portal.Database.Source.OpenConnectionAsync();
        var catalog = (RecordCatalog)services.GetService(typeof(RecordCatalog))!;
        return ((RecordAccess)services.GetService(typeof(RecordAccess))!).RightsOn(catalog.Get(record.Row.Type), record, await RecordUnitQueries.ListAsync(ReadSession.Of(connection, default), record.Id));
    });
}

public sealed class SqliteRecordRightsTests(RecordFixture<Sqlite> portal) : RecordRightsTests<Sqlite>(portal);

public sealed class MariaDbRecordRightsTests(RecordFixture<MariaDb> portal) : RecordRightsTests<MariaDb>(portal);
