namespace Portal.RegistryTransfer.Schools;

/// <summary>A unit stays while it is a bureau or a school of the registry, or is named as one's supervisor.</summary>
internal sealed class UnitUseQueries(DbDataSource source) : IUnitUse
{
    public async Task<string?> DescribeAsync(long unitId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            """
            select '学籍管理中登记为学校' as words from registrytransfer_school where unit_id = @unitId
            union all
            select '学籍管理中登记为教育局' from registrytransfer_bureau where unit_id = @unitId
            union all
            select '学籍管理中的学校以它为学籍主管部门' from registrytransfer_school_supervisor where unit_id = @unitId
            """,
            new { unitId },
            cancellationToken: cancellationToken));
    }
}
