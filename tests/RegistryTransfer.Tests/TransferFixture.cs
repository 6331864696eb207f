using Portal.Testing;

namespace Portal.RegistryTransfer.Tests;

/// <summary>A portal with the fixture of domain §4.11 on Tuesday, 2026-03-10, 10:00 in Beijing.</summary>
public class TransferFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8)));

    public Task<long> SchoolIdAsync(string code) =>
        Database.ScalarAsync<long>("select unit_id from registrytransfer_school where code = @code", new { code });

    public Task<long> StudentIdAsync(string number) =>
        Database.ScalarAsync<long>("select student_id from registrytransfer_student_number where number = @number", new { number });

    /// <summary>Frees every student for the next test, as if the applications had been revoked.</summary>
    public async Task EndApplicationsAsync()
    {
        await Database.ExecuteAsync("update registrytransfer_application set open_student_id = null, status = 12 where open_student_id is not null");
        await Database.ExecuteAsync("update registrytransfer_application_unit set is_open = 0");
    }

    protected override void Configure(PortalFactory factory)
    {
        factory.Clock = Clock;
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Settings["Portal:PublicUrl"] = "https://portal.example.edu.cn/";
        factory.Settings["RegistryTransfer:AutomaticRollUp"] = "false";
    }
}
