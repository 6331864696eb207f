namespace Portal.RegistryTransfer.Sheets;

/// <summary>Looks a printed sheet up.</summary>
internal sealed class SheetCheckQueries(DbDataSource source)
{
    /// <summary>Of the codes on 转学联系表 and 办结证明.</summary>
    public const string Kind = "transfer-sheet";

    public async Task<SheetCheck?> FindAsync(long applicationId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryFirstOrDefaultAsync<SheetCheck>(new CommandDefinition(
            "select number, kind, status, student_name, student_no, in_school_name, out_school_name, finished_at from registrytransfer_application where id = @applicationId",
            new { applicationId },
            cancellationToken: cancellationToken));
        return found is null ? null : found with { StudentName = PersonName.Mask(found.StudentName), StudentNo = Numbers.StudentNumber.Mask(found.StudentNo) };
    }
}
