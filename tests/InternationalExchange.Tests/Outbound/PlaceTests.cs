using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqlitePlaceTests(CaseFixture<Sqlite> portal) : PlaceTests<Sqlite>(portal);

public sealed class MariaDbPlaceTests(CaseFixture<MariaDb> portal) : PlaceTests<MariaDb>(portal);

[Trait("Case", "exchange:ranking")]
public abstract class PlaceTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Ranking_fills_the_places_and_lets_the_rest_wait_in_order_of_their_rank()
    {
        var programme = await portal.ProgrammeAsync(places: 2);
        var ids = await ScoredAsync(programme, 70, 95, 80, 95);
        await portal.RankAsync("stu1", programme);
        Assert.Equal(["waitlist", "nominated", "waitlist", "nominated"], await StatesAsync(ids));
        Assert.Equal(["4", "1", "3", "2"], await RanksAsync(ids));
    }

    [Fact]
    public async Task When_a_nominated_student_cancels_the_first_of_the_waiting_list_is_nominated_and_the_cancelled_row_stays()
    {
        var programme = await portal.ProgrammeAsync(places: 1);
        var ids = await ScoredAsync(programme, 90, 80, 70);
        await portal.RankAsync("stu1", programme);
        await portal.As("s1").MoveForAsync(ids[0], "cancel", "家庭原因");
        Assert.Equal(["cancelled", "nominated", "waitlist"], await StatesAsync(ids));
        await portal.As("s3").MoveForAsync(ids[2], "cancel", "不等了");
        Assert.Equal(["cancelled", "nominated", "cancelled"], await StatesAsync(ids));
    }

    [Fact]
    public async Task Two_who_cancel_at_once_leave_their_places_to_two()
    {
        var programme = await portal.ProgrammeAsync(places: 2);
        var ids = await ScoredAsync(programme, 90, 85, 80, 75, 70);
        await portal.RankAsync("stu1", programme);
        await Task.WhenAll(
            Task.Run(() => portal.As("s1").MoveForAsync(ids[0], "cancel", "家庭原因")),
            Task.Run(() => portal.As("s2").MoveForAsync(ids[1], "cancel", "家庭原因")));
        Assert.Equal(["cancelled", "cancelled", "nominated", "nominated", "waitlist"], await StatesAsync(ids));
    }

    [Fact]
    public async Task A_student_applies_once_for_a_programme_and_only_for_himself()
    {
        var programme = await portal.ProgrammeAsync(places: 2);
        await portal.ApplyAsync("s1", programme);
        var twice = await Assert.ThrowsAsync<RefusedException>(() => portal.ApplyAsync("s1", programme));
        Assert.Contains("已报名本项目", twice.Message, StringComparison.Ordinal);
        var other = await Assert.ThrowsAsync<RefusedException>(() => portal.ApplyAsync("s2", programme, student: "s3"));
        Assert.Contains("只能为本人报名", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_student_is_another_row_never_an_edit()
    {
        var id = (await portal.ApplyAsync("s4", await portal.ProgrammeAsync(places: 2))).Id;
        await portal.As("s4").SubmitAsync(id);
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("s4").SaveAsync(id, ("student", "s5")));
    }

    private async Task<long[]> ScoredAsync(long programme, params int[] scores)
    {
        var ids = new List<long>();
        foreach (var (score, number) in scores.Select((score, index) => (score, index + 1)))
        {
            var id = await portal.AppliedAsync($"s{number}", programme);
            await portal.As("stu1").MoveAsync(id, "score", ("score", $"{score}"));
            ids.Add(id);
        }

        await portal.SetStateAsync(programme, "selecting");
        return [.. ids];
    }

    private async Task<string[]> StatesAsync(long[] ids) => [.. await Task.WhenAll(ids.Select(portal.StateAsync))];

    private async Task<string[]> RanksAsync(long[] ids)
    {
        var ranks = new List<string>();
        foreach (var id in ids)
        {
            var data = System.Text.Json.Nodes.JsonNode.Parse(await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @id", new { id }));
            ranks.Add($"{data!["rank"]}");
        }

        return [.. ranks];
    }
}
