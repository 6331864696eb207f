using System.Text.Json.Nodes;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Tests.Records;

/// <summary>Random commands by random people with right and wrong versions: no state outside the definition, no guard passed by, nothing half written.</summary>
public abstract class RecordPropertyTests<TDialect>(RecordFixture<TDialect> portal, int sequences) : IClassFixture<RecordFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Commands = 40;

    private static readonly PaperType _type = new();

    [Fact]
    public async Task No_sequence_of_commands_leaves_the_definition()
    {
        var states = new HashSet<string>();
        for (var seed = 1; seed <= sequences; seed++)
            await RunAsync(new Random(seed), seed, states);
        Assert.True(states.Count >= 8, $"The sequences reach {string.Join(", ", states)} only.");
    }

    private async Task RunAsync(Random random, int seed, HashSet<string> states)
    {
        var record = await portal.DraftAsync(values => (values["amount"], values["startOn"]) = ((decimal)random.Next(500, 10_000), random.Next(2) == 0 ? "2026-03-01" : "2026-04-01"));
        var changes = 1;
        for (var command = 0; command < Commands; command++)
        {
            var before = await portal.ReadAsync(record.Id);
            states.Add(before.State);
            try
            {
                await CommandAsync(random, random.Next(10) == 0 ? before.With(before.Row with { Version = before.Row.Version - 1 }) : before);
                var after = await portal.ReadAsync(record.Id);
                Assert.True(after.Row.Version > before.Row.Version, $"Seed {seed}: a command that was not refused left no version.");
                Check(before, after, seed);
                changes++;
            }
            catch (Exception exception) when (exception is RecordException or RecordInvalidException or RefusedException or StaleException or ReviewException)
            {
                Assert.Equal(before.Row, (await portal.ReadAsync(record.Id)).Row);
            }
        }

        var final = await portal.ReadAsync(record.Id);
        Assert.Equal(changes, (await portal.HistoryAsync(final)).Count);
        Assert.Equal(
            final.State == RecordState.InReview.Key ? 1 : 0,
            await portal.Database.ScalarAsync<long>("select count(*) from toolkit_review where subject_id = @Id and waiting_unit_id is not null", new { final.Id }));
    }

    private static void Check(RecordView before, RecordView after, int seed)
    {
        string[] ofRoute = ["in-review", "approved", "rejected", "returned", "withdrawn"];
        var isMove = before.State == after.State || _type.Moves.Any(move => move.From.Contains(before.State) && move.To == after.State);
        var isRoute = before.State is "draft" or "returned" or "in-review" && ofRoute.Contains(after.State);
        Assert.True(isMove || isRoute, $"Seed {seed}: {before.State} became {after.State}.");
        if (after.State == "approved")
            Assert.True(after.Money("amount") <= 9000, $"Seed {seed}: the guard of the approval was passed by.");
        if (after.State == "active" && before.State == "approved")
            Assert.True(after.Has("approvalNo") && after.Date("startOn") <= new DateOnly(2026, 3, 2), $"Seed {seed}: the guard of the activation was passed by.");
        if (before.State is not ("draft" or "returned"))
            Assert.True(before.Is("endOn", after["endOn"]!) && before.Money("amount") == after.Money("amount"), $"Seed {seed}: the body changed without its route.");
    }

    private Task CommandAsync(Random random, RecordView record)
    {
        var who = random.Next(3) == 0 ? Staff.All[random.Next(Staff.All.Length)] : record.Row.StepLabel switch
        {
            "单位负责人" => Staff.Head,
            "职能处审核" => Staff.Office,
            "学校审批" => Staff.School,
            _ => random.Next(3) == 0 ? Staff.Office : Staff.Clerk,
        };
        return random.Next(12) switch
        {
            0 or 1 => portal.SubmitAsync(record, who),
            2 => SaveAsync(random, who, record, "amount", random.Next(500, 10_000)),
            3 => SaveAsync(random, who, record, "report", "总结"),
            4 => portal.MoveAsync(who, record, RecordMove.Activate, random.Next(4) == 0 ? null : new() { ["approvalNo"] = "1号" }),
            5 => portal.MoveAsync(who, record, _type.Moves[random.Next(_type.Moves.Count)].Key, reason: random.Next(3) == 0 ? "" : "原因"),
            6 => DecideAsync(who, record, random.Next(3) == 0 ? ReviewDecision.Reject : ReviewDecision.Return),
            7 when random.Next(4) == 0 => WithdrawAsync(who, record),
            _ => DecideAsync(who, record, ReviewDecision.Pass),
        };
    }

    private Task<RecordView> SaveAsync(Random random, Reviews.Who who, RecordView record, string field, JsonNode value) => portal.CommandAsync(
        who, commands => commands.SaveAsync(record.Id, record.Row.Version, Staff.Input(new() { [field] = value }, random.Next(2) == 0 ? null : record.Title), default));

    private async Task DecideAsync(Reviews.Who who, RecordView record, ReviewDecision decision)
    {
        if (record.Row.ReviewId is null)
            throw new ReviewNotFoundException();
        await portal.DecideAsync(who, record, decision, "意见");
    }

    private async Task WithdrawAsync(Reviews.Who who, RecordView record)
    {
        if (record.Row.ReviewId is null)
            throw new ReviewNotFoundException();
        var review = await portal.ReviewAsync(record);
        await portal.AsAsync(who, services => ((ReviewCommands)services.GetService(typeof(ReviewCommands))!).WithdrawAsync(review.Id, review.Version, "撤回", default));
    }
}

public sealed class SqliteRecordPropertyTests(RecordFixture<Sqlite> portal) : RecordPropertyTests<Sqlite>(portal, 120);

public sealed class MariaDbRecordPropertyTests(RecordFixture<MariaDb> portal) : RecordPropertyTests<MariaDb>(portal, 25);
