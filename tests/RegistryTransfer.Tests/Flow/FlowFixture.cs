using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Portal.Units;

namespace Portal.RegistryTransfer.Tests.Flow;

/// <summary>Adds students at will and brings applications to a step through the real pages.</summary>
public class FlowFixture<TDialect> : TransferFixture<TDialect>
    where TDialect : ITestDialect
{
    private readonly Dictionary<string, PortalClient> _clients = [];
    private int _students;

    /// <summary>A client in which the account has signed in, kept for the class.</summary>
    public async Task<PortalClient> AsAsync(string account) =>
        _clients.TryGetValue(account, out var client) ? client : _clients[account] = await SignInAsync(account);

    /// <summary>A further student of SB in the fifth grade, with a temporary number.</summary>
    public async Task<(string Name, string Number, long Id)> AddStudentAsync(string grade = "P5", EnrolmentStatus status = EnrolmentStatus.Regular, string school = "2144990001")
    {
        var serial = Interlocked.Increment(ref _students);
        var (name, number, id) = (string.Create(CultureInfo.InvariantCulture, $"测试生{serial}"), string.Create(CultureInfo.InvariantCulture, $"L44990120150101{serial:D4}"), 9_000_000L + (2 * serial));
        var hasEnded = status is EnrolmentStatus.Graduated or EnrolmentStatus.Completed;
        await Database.ExecuteAsync(
            """
            insert into registrytransfer_student (id, number, number_kind, name, name_key, gender, birth_date, id_type, id_card_masked, problem, version)
            values (@id, @number, 1, @name, @name, 1, '2015-01-01', 6, '', 0, 1)
            """,
            new { id, number, name });
        await Database.ExecuteAsync("insert into registrytransfer_student_number (number, student_id) values (@number, @id)", new { number, id });
        await Database.ExecuteAsync(
            """
            insert into registrytransfer_enrolment (id, student_id, school_id, grade, class_no, status, boarding, start_on, end_on, entry_reason, exit_reason, active_student_id, version)
            values (@enrolmentId, @id, (select unit_id from registrytransfer_school where code = @school), @grade, '1', @status, 1, '2025-09-01', @endOn, '正常升级', '', @active, 1)
            """,
            new { enrolmentId = id + 1, id, school, grade, status = (int)status, endOn = hasEnded ? "2026-07-30" : null, active = hasEnded ? (long?)null : id });
        return (name, number, id);
    }

    /// <summary>A transfer from SB to SA, passed by so many of the four reviewers. Returns the application.</summary>
    public async Task<long> StartAsync(int passed = 0, string grade = "P5")
    {
        var (name, number, _) = await AddStudentAsync(grade);
        var sa = await AsAsync("sa");
        (await sa.ApplyAsync(name, number)).Expect(200);
        var id = Reviewer.IdOf(sa.Page);
        await PassAsync(id, 0, passed);
        return id;
    }

    /// <summary>The reviewers from one to before another pass.</summary>
    public async Task PassAsync(long id, int from, int to)
    {
        foreach (var account in Reviewer.Transfer[from..to])
            await (await AsAsync(account)).DecideAsync(id);
    }

    /// <summary>Places a unit below another one, as the organisation's own page does.</summary>
    public async Task MoveUnitAsync(long id, string parent)
    {
        var parentId = await Database.ScalarAsync<long>("select id from organisation_unit where name = @parent", new { parent });
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IWriteTransactions>().RunAsync(0, async transaction =>
        {
            transaction.WithoutAudit("A test.");
            await scope.ServiceProvider.GetRequiredService<IUnitRegistrar>().MoveAsync(transaction, id, parentId);
        }, CancellationToken.None);
    }

    public Task<ApplicationStatus> StatusAsync(long id) => Database.ScalarAsync<ApplicationStatus>("select status from registrytransfer_application where id = @id", new { id });

    public async Task WaitForAsync(long id, ApplicationStatus status, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); await StatusAsync(id) is var now && now != status; await Task.Delay(50))
            Assert.True(watch.Elapsed < patience, $"Application {id} is {now} after {watch.Elapsed}, not {status}.");
    }

    public Task<long> CountAsync(string from, object? parameters = null) => Database.ScalarAsync<long>($"select count(*) from {from}", parameters);

    public override async Task DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        await base.DisposeAsync();
    }
}
