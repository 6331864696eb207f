using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>Brings bureaus into the registry and changes them.</summary>
internal sealed class BureauCommands(IWriteTransactions transactions, IAuditLog audit, IUnitRegistrar registrar)
{
    /// <summary>Adds a bureau below another one and returns its unit.</summary>
    /// <exception cref="RefusedException">A fact is wrong, or the name or region is taken.</exception>
    public Task<long> AddAsync(BureauRow parent, BureauFacts facts, CancellationToken cancellationToken) => GuardAsync(facts, () => transactions.RunAsync(1, async transaction =>
    {
        if (facts.Level <= parent.Level)
            throw new RefusedException($"「{parent.Name}」是{Words.Of(parent.Level)}，下级须是更低的级别。", nameof(facts.Level));
        return await AddAsync(transaction, parent.Id, parent.ProvinceId, facts);
    }, cancellationToken));

    /// <exception cref="StaleException">Somebody else saved in between.</exception>
    /// <exception cref="RefusedException">A fact is wrong, or the name or region is taken.</exception>
    public Task UpdateAsync(BureauRow before, int version, BureauFacts facts, CancellationToken cancellationToken) => GuardAsync(facts, () => transactions.RunAsync(0, async transaction =>
    {
        await CheckAsync(transaction, before.Id, before.ProvinceId, facts);
        if (await transaction.ExecuteAsync(
            "update registrytransfer_bureau set region_code = @RegionCode, is_active = @IsActive, version = version + 1 where unit_id = @Id and version = @version",
            new { before.Id, version, facts.RegionCode, facts.IsActive }) != 1)
        {
            throw new StaleException($"教育局「{before.Name}」");
        }

        if (await transaction.ScalarAsync<long>(
            "select count(*) from organisation_unit where parent_id = @ParentId and name = @Name and id <> @Id", new { before.ParentId, facts.Name, before.Id }) > 0)
        {
            throw new RefusedException($"同一上级下已经有「{facts.Name}」。请换一个名称。", nameof(facts.Name));
        }

        await registrar.RenameAsync(transaction, before.Id, facts.Name);
        await WriteAuditAsync(transaction, "修改教育局", before.Id, BureauFacts.Of(before), facts);
        return before.Id;
    }, cancellationToken));

    internal async Task<long> AddAsync(WriteTransaction transaction, long parentId, long provinceId, BureauFacts facts)
    {
        var id = (await registrar.EnsureAsync(transaction, [new(facts.Name, facts.UnitKind, parentId)]))[0];
        await CheckAsync(transaction, id, provinceId, facts);
        if (await transaction.ScalarAsync<long>("select count(*) from registrytransfer_bureau where unit_id = @id", new { id }) > 0)
            throw new RefusedException($"「{facts.Name}」已经是教育局。请在列表中修改它。", nameof(facts.Name));
        await transaction.ExecuteAsync(
            "insert into registrytransfer_bureau (unit_id, level, region_code, province_id, is_active, version) values (@id, @Level, @RegionCode, @provinceId, @IsActive, 1)",
            new { id, facts.Level, facts.RegionCode, provinceId, facts.IsActive });
        await WriteAuditAsync(transaction, "新建教育局", id, null, facts);
        return id;
    }

    // Two bureaus of one level for one region would leave its schools without an answer.
    private static async Task CheckAsync(WriteTransaction transaction, long id, long provinceId, BureauFacts facts)
    {
        if (facts.FindFault() is var (field, message))
            throw new RefusedException(message, field);
        if (await transaction.ScalarAsync<string>("select gb_code from registrytransfer_province where id = @provinceId", new { provinceId }) is { } own && !facts.RegionCode.StartsWith(own, StringComparison.Ordinal))
            throw new RefusedException($"本省的行政区划代码以 {own} 开头。请核对代码。", nameof(facts.RegionCode));
        var other = await transaction.FirstOrDefaultAsync<long?>(
            """
            select unit_id
            from registrytransfer_bureau
            where province_id = @provinceId and level = @Level and region_code = @RegionCode and is_active = 1 and unit_id <> @id
            """,
            new { provinceId, facts.Level, facts.RegionCode, id });
        if (facts.IsActive && other is not null)
            throw RegionTaken(facts);
    }

    private static RefusedException RegionTaken(BureauFacts facts) =>
        new($"行政区划 {facts.RegionCode} 已有一个{Words.Of(facts.Level)}教育局。请核对代码，或先停用原来的。", nameof(facts.RegionCode));

    // Two who save at once pass the check together; the unique index lets one through.
    private static async Task<long> GuardAsync(BureauFacts facts, Func<Task<long>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw RegionTaken(facts);
        }
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long id, BureauFacts? before, BureauFacts after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = action, Subject = $"bureau:{id}", Before = Facts(before), After = Facts(after) });

    private static Dictionary<string, string>? Facts(BureauFacts? facts) => facts?.Texts().ToDictionary(fact => fact.Label, fact => fact.Text);
}
