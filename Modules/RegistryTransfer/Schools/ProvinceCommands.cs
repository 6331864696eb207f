using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>Connects a province of the ministry's list to its bureau.</summary>
internal sealed class ProvinceCommands(IWriteTransactions transactions, IAuditLog audit, BureauCommands bureaus, IUnitTree tree)
{
    /// <param name="province">As the page showed it.</param>
    /// <param name="version">As the page saw it.</param>
    /// <param name="isSelfBuilt">自建对接.</param>
    /// <param name="bureauName">Name of the province's bureau right below the root; found or created. Empty leaves the connection as it is.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="StaleException">Somebody else saved in between.</exception>
    /// <exception cref="RefusedException">The bureau belongs to another province.</exception>
    public Task SaveAsync(ProvinceRow province, int version, bool isSelfBuilt, string bureauName, CancellationToken cancellationToken) => transactions.RunAsync(2, async transaction =>
    {
        if (await transaction.ExecuteAsync(
            "update registrytransfer_province set system_type = @isSelfBuilt, version = version + 1 where id = @Id and version = @version", new { isSelfBuilt, province.Id, version }) != 1)
        {
            throw new StaleException($"省级单位「{province.Name}」");
        }

        if (bureauName.Length > 0 && bureauName != province.UnitName)
        {
            var unitId = await KnownAsync(transaction, bureauName, province.Id)
                ?? await bureaus.AddAsync(transaction, tree.Root!.Id, province.Id, new(bureauName, UnitLevel.Province, $"{province.GbCode}0000", IsActive: true));
            await transaction.ExecuteAsync("update registrytransfer_province set unit_id = @unitId where id = @Id", new { unitId, province.Id });
        }

        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "修改省级单位",
            Subject = $"province:{province.Id}",
            Before = province.Texts().ToDictionary(fact => fact.Label, fact => fact.Text),
            After = province.As(bureauName, isSelfBuilt).Texts().ToDictionary(fact => fact.Label, fact => fact.Text),
        });
    }, cancellationToken);

    private async Task<long?> KnownAsync(WriteTransaction transaction, string name, long provinceId)
    {
        var bureau = await transaction.FirstOrDefaultAsync<BureauRow>(
            """
            select bureau.unit_id as id, bureau.province_id
            from registrytransfer_bureau bureau
            join organisation_unit unit on unit.id = bureau.unit_id
            where unit.parent_id = @Id and unit.name = @name
            """,
            new { tree.Root!.Id, name });
        return bureau is null || bureau.ProvinceId == provinceId ? bureau?.Id : throw new RefusedException($"「{name}」属于另一个省级单位。", "BureauName");
    }
}
