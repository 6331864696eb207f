using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Outbound;

/// <summary>Programmes and students of the cases.</summary>
internal static class OutboundCases
{
    public const string Student = "exchange.outbound-student";
    public const string Recognition = "exchange.credit-recognition";
    public const string Grant = "exchange.grant";

    private static int _count;

    /// <summary>A programme that takes applications.</summary>
    public static Task<long> ProgrammeAsync<T>(this CaseFixture<T> portal, string owner = "STU", int places = 5)
        where T : ITestDialect => portal.PutAsync(
            "exchange.outbound-programme",
            owner == "AAO" ? "教务处" : "学工部",
            "open",
            $$"""{"places":{{places}},"ownerOffice":"{{owner}}","creditBearing":{{(owner == "AAO" ? "true" : "false")}},"startOn":"2026-07-01","endOn":"2026-08-15"}""",
            owner,
            $"研修 {Interlocked.Increment(ref _count)}");

    /// <summary>The draft of an application.</summary>
    public static async Task<RecordView> ApplyAsync<T>(this CaseFixture<T> portal, string account, long programme, string? student = null)
        where T : ITestDialect => await portal.As(account).CreateAsync(
            Student,
            ("programme", await portal.NoAsync(programme)),
            ("student", student ?? account),
            ("studentNo", $"2022{account}"),
            ("consent", "true"),
            ("insurance", "平安 100"),
            ("emergencyContact", "父亲 13900000000"));

    /// <summary>A student whose application the college has passed.</summary>
    public static async Task<long> AppliedAsync<T>(this CaseFixture<T> portal, string account, long programme)
        where T : ITestDialect
    {
        var id = (await portal.ApplyAsync(account, programme)).Id;
        await portal.As(account).SubmitAsync(id);
        await portal.As("colAh").DecideAsync(id);
        return id;
    }

    /// <summary>Puts a record into a later state of its life without walking there.</summary>
    public static Task SetStateAsync<T>(this CaseFixture<T> portal, long id, string state)
        where T : ITestDialect => portal.Database.ExecuteAsync("update toolkit_record set state = @state where id = @id", new { id, state });
}
