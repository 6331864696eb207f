using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>Whose turn a step is, asked when it is entered (domain §4.6).</summary>
internal sealed class StepUnits(LocalTime time)
{
    /// <summary>Setting of a province that looks at its side after the bureau: <c>province-step.19</c> is 1.</summary>
    public static string ProvinceSetting(long provinceId) => $"province-step.{provinceId}";

    public Task<long?> FindAsync(WriteTransaction transaction, StartedApplication application, string stepKey) => stepKey switch
    {
        ApplicationRoutes.InSchool => Task.FromResult<long?>(application.InSchoolId),
        ApplicationRoutes.OutSchool => SchoolAsync(transaction, application.OutSchoolId),
        ApplicationRoutes.InBureau => BureauAsync(transaction, application.InSchoolId, application.InGrade),
        ApplicationRoutes.OutBureau => BureauAsync(transaction, application.OutSchoolId, application.OutGrade),
        ApplicationRoutes.InProvince => ProvinceAsync(transaction, application.InProvinceId),
        _ => ProvinceAsync(transaction, application.OutProvinceId),
    };

    /// <summary>Whether the province of that side asked for a step of its own; the bureau it runs itself has decided already.</summary>
    public async Task<bool> HasProvinceStepAsync(WriteTransaction transaction, StartedApplication application, bool isIn)
    {
        var provinceId = isIn ? application.InProvinceId : application.OutProvinceId;
        var value = await transaction.FirstOrDefaultAsync<string>("select value from registrytransfer_setting where name = @name", new { name = ProvinceSetting(provinceId) });
        return value == "1"
            && await FindAsync(transaction, application, isIn ? ApplicationRoutes.InBureau : ApplicationRoutes.OutBureau) != await ProvinceAsync(transaction, provinceId);
    }

    private Task<long?> BureauAsync(WriteTransaction transaction, long schoolId, string grade) =>
        BureauQueries.ResolveAsync(transaction, schoolId, Grade.Find(grade)?.Stage ?? Stages.None, time.Today, transaction.CancellationToken);

    // A closed school is answered for by whoever keeps its records.
    private static Task<long?> SchoolAsync(WriteTransaction transaction, long schoolId) => transaction.FirstOrDefaultAsync<long?>(
        "select case when status = 0 then unit_id else coalesce(custodian_unit_id, unit_id) end from registrytransfer_school where unit_id = @schoolId", new { schoolId });

    private static Task<long?> ProvinceAsync(WriteTransaction transaction, long provinceId) =>
        transaction.FirstOrDefaultAsync<long?>("select unit_id from registrytransfer_province where id = @provinceId", new { provinceId });
}
