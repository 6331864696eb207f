using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Supervision;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Reads what the guards ask for: on a page's connection before the form is shown, and again inside the transaction that saves.</summary>
internal sealed class GuardService(LocalTime time)
{
    public Task<Guards> ReadAsync(WriteTransaction transaction, ApplicationKind kind, StudentFacts student, SchoolFacts school) =>
        ReadAsync(ReadSession.Of(transaction), transaction.Connection, transaction.Transaction, kind, student, school, transaction.CancellationToken);

    public Task<Guards> ReadAsync(DbConnection connection, ApplicationKind kind, StudentFacts student, SchoolFacts school, CancellationToken cancellationToken) =>
        ReadAsync(ReadSession.Of(connection, cancellationToken), connection, null, kind, student, school, cancellationToken);

    private async Task<Guards> ReadAsync(
        ReadSession data, DbConnection connection, DbTransaction? transaction, ApplicationKind kind, StudentFacts student, SchoolFacts school, CancellationToken cancellationToken)
    {
        var guards = new Guards
        {
            Kind = kind,
            Student = student,
            School = school,
            Windows = await RuleData.WindowsAsync(data, kind, school.ProvinceId, student.ProvinceId),
            Rules = await RuleData.RulesAsync(data, kind, school.ProvinceId, student.ProvinceId),
            Mappings = await RuleData.MappingsAsync(data, school.ProvinceId),
            Today = time.Today,
            HasBureaus = true,
        };
        return guards with { HasBureaus = await HasBureauAsync(school.UnitId, guards.Grades is [var first, ..] ? first.Stage : student.Grade.Stage) && await HasBureauAsync(student.SchoolId, student.Grade.Stage) };

        async Task<bool> HasBureauAsync(long schoolId, Stages stage) =>
            await BureauQueries.ResolveAsync(connection, transaction, schoolId, stage, time.Today, cancellationToken) is not null;
    }
}
