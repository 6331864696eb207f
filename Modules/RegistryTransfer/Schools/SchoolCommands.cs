using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>Brings schools into the registry and changes them; each is a unit of the organisation too.</summary>
internal sealed class SchoolCommands(IWriteTransactions transactions, IAuditLog audit, IUnitRegistrar registrar)
{
    public const string UnitKind = "中小学";

    /// <summary>Adds a school below a bureau and returns its unit.</summary>
    /// <exception cref="RefusedException">A fact is wrong, the region is none of the province, or code or name is taken.</exception>
    public Task<long> AddAsync(BureauRow bureau, SchoolFacts facts, CancellationToken cancellationToken) => GuardAsync(facts, () =>
        transactions.RunAsync(1, async transaction =>
        {
            if (facts.FindFault() is var (field, message))
                throw new RefusedException(message, field);
            await ProvinceRegions.CheckAsync(transaction, bureau.ProvinceId, facts.RegionCode, facts.RunLevel);
            if (await transaction.ScalarAsync<long>("select count(*) from organisation_unit where parent_id = @Id and name = @Name", new { bureau.Id, facts.Name }) > 0)
                throw new RefusedException($"「{bureau.Name}」下已经有「{facts.Name}」。请核对名称。", nameof(SchoolFacts.Name));
            var id = (await registrar.EnsureAsync(transaction, [new(facts.Name, UnitKind, bureau.Id)]))[0];
            await InsertAsync(transaction, [(id, bureau.ProvinceId, facts)]);
            await WriteAuditAsync(transaction, "新建学校", id, null, facts);
            return id;
        }, cancellationToken));

    /// <exception cref="StaleException">Somebody else saved in between.</exception>
    /// <exception cref="RefusedException">A fact is wrong, or code or name is taken, or students would be left without a keeper or without their stage.</exception>
    public Task UpdateAsync(SchoolRow before, int version, SchoolFacts facts, CancellationToken cancellationToken) => GuardAsync(facts, () =>
        transactions.RunAsync(0, async transaction =>
        {
            if (facts.FindFault() is var (field, message))
                throw new RefusedException(message, field);
            if ((facts.RegionCode, facts.RunLevel) != (before.RegionCode, before.RunLevel))
                await ProvinceRegions.CheckAsync(transaction, before.ProvinceId, facts.RegionCode, facts.RunLevel);
            await KeepStagesAsync(transaction, before, facts.Stages);
            var custodian = await CustodianAsync(transaction, before, facts);
            if (await transaction.ExecuteAsync(
                """
                update registrytransfer_school
                set code = @Code, region_code = @RegionCode, run_level = @RunLevel, stages = @Stages, schooling_system = @SchoolingSystem,
                    status = @Status, custodian_unit_id = @custodian, four_eyes = @FourEyes, version = version + 1
                where unit_id = @Id and version = @version
                """,
                new { before.Id, version, facts.Code, facts.RegionCode, facts.RunLevel, facts.Stages, facts.SchoolingSystem, facts.Status, custodian, facts.FourEyes }) != 1)
            {
                throw new StaleException($"学校「{before.Name}」");
            }

            await registrar.RenameAsync(transaction, before.Id, facts.Name);
            await WriteAuditAsync(transaction, "修改学校", before.Id, SchoolFacts.Of(before), facts);
            return before.Id;
        }, cancellationToken));

    /// <summary>Places the school below another bureau. Steps that are entered keep their unit; later ones go by the new region and bureau.</summary>
    /// <exception cref="StaleException">Somebody else saved in between.</exception>
    /// <exception cref="RefusedException">The bureau or the region is of another province, or there is a school of this name.</exception>
    public Task MoveAsync(SchoolRow before, int version, BureauRow bureau, string regionCode, string reason, CancellationToken cancellationToken) => GuardAsync(SchoolFacts.Of(before), () =>
        transactions.RunAsync(0, async transaction =>
        {
            if (bureau.ProvinceId != before.ProvinceId || !bureau.IsActive)
                throw new RefusedException("只能调整到本省在用的教育局。", "BureauId");
            if (regionCode != before.RegionCode)
                await ProvinceRegions.CheckAsync(transaction, before.ProvinceId, regionCode, before.RunLevel);
            if (await transaction.ScalarAsync<long>("select count(*) from organisation_unit where parent_id = @Id and name = @Name", new { bureau.Id, before.Name }) > 0)
                throw new RefusedException($"「{bureau.Name}」下已经有「{before.Name}」。", "BureauId");
            if (await transaction.ExecuteAsync(
                "update registrytransfer_school set region_code = @regionCode, version = version + 1 where unit_id = @Id and version = @version", new { before.Id, version, regionCode }) != 1)
            {
                throw new StaleException($"学校「{before.Name}」");
            }

            await registrar.MoveAsync(transaction, before.Id, bureau.Id);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer",
                Action = "调整隶属",
                Subject = $"school:{before.Id}",
                Before = new { 上级 = before.ParentName, 行政区划代码 = before.RegionCode },
                After = new { 上级 = bureau.Name, 行政区划代码 = regionCode, 原因 = reason },
            });
            return before.Id;
        }, cancellationToken));

    /// <summary>Names the bureau that is responsible from a day on; without one the general rule is again. A second word for the same day replaces the first.</summary>
    /// <exception cref="RefusedException">The bureau is not one of the school's province.</exception>
    public Task NameSupervisorAsync(SchoolRow school, long? unitId, DateOnly since, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var province = unitId is null ? school.ProvinceId : await transaction.ScalarAsync<long>(
            "select province_id from registrytransfer_bureau where unit_id = @unitId and is_active = 1", new { unitId });
        if (province != school.ProvinceId)
            throw new RefusedException("只能指定本省在用的教育局。", "SupervisorId");
        await transaction.ExecuteAsync("delete from registrytransfer_school_supervisor where school_id = @Id and since = @since", new { school.Id, since });
        await transaction.ExecuteAsync(
            "insert into registrytransfer_school_supervisor (school_id, since, unit_id) values (@Id, @since, @unitId)", new { school.Id, since, unitId });
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "指定学籍主管部门",
            Subject = $"school:{school.Id}",
            After = new { 教育局 = unitId, 生效日期 = since },
        });
    }, cancellationToken);

    internal static async Task InsertAsync(WriteTransaction transaction, IReadOnlyCollection<(long Id, long ProvinceId, SchoolFacts Facts)> schools)
    {
        await transaction.InsertAsync(
            "registrytransfer_school",
            ["unit_id", "code", "province_id", "region_code", "run_level", "stages", "schooling_system", "status", "four_eyes", "listed_path", "version"],
            schools.Select(row => new object?[]
            {
                row.Id, row.Facts.Code, row.ProvinceId, row.Facts.RegionCode, (int)row.Facts.RunLevel, (int)row.Facts.Stages,
                (int)row.Facts.SchoolingSystem, (int)SchoolStatus.Open, row.Facts.FourEyes, "", 1,
            }));
        await SchoolPathCommands.NoteNewAsync(transaction, schools.Select(school => school.Id));
    }

    // Students of a stage that the school no longer has could neither be edited nor be promoted.
    private static async Task KeepStagesAsync(WriteTransaction transaction, SchoolRow school, Stages stages)
    {
        foreach (var grades in Grade.All.Where(grade => school.Stages.HasFlag(grade.Stage) && !stages.HasFlag(grade.Stage)).GroupBy(grade => grade.Stage, grade => grade.Code))
        {
            var students = await transaction.ScalarAsync<long>(
                "select count(*) from registrytransfer_enrolment where school_id = @Id and end_on is null and grade in @grades", new { school.Id, grades });
            if (students > 0)
                throw new RefusedException($"学校还有 {students} 名{Words.Of(grades.Key)}学生的学籍，不能取消这个学段。", nameof(SchoolFacts.Stages));
        }
    }

    private static async Task<long?> CustodianAsync(WriteTransaction transaction, SchoolRow school, SchoolFacts facts)
    {
        if (facts.Status == SchoolStatus.Open)
            return null;
        if (facts.CustodianCode.Length == 0)
        {
            var students = await transaction.ScalarAsync<long>(
                "select count(*) from registrytransfer_enrolment where school_id = @Id and end_on is null", new { school.Id });
            return students == 0 ? null : throw new RefusedException($"学校还有 {students} 名学生的学籍，请填写接管学校的标识码。", nameof(SchoolFacts.CustodianCode));
        }

        var custodian = await transaction.FirstOrDefaultAsync<long?>(
            "select unit_id from registrytransfer_school where code = @CustodianCode and status = @Open and province_id = @ProvinceId",
            new { facts.CustodianCode, SchoolStatus.Open, school.ProvinceId });
        return custodian is null || custodian == school.Id
            ? throw new RefusedException("本省没有这所在办的学校，请核对接管学校的标识码。", nameof(SchoolFacts.CustodianCode))
            : custodian;
    }

    private static async Task<long> GuardAsync(SchoolFacts facts, Func<Task<long>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException($"学校标识码 {facts.Code} 或名称「{facts.Name}」已被另一所学校使用。请核对。", nameof(SchoolFacts.Code));
        }
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long id, SchoolFacts? before, SchoolFacts after) => audit.WriteAsync(transaction, new AuditEntry
    {
        Module = "RegistryTransfer",
        Action = action,
        Subject = $"school:{id}",
        Before = before?.Texts().ToDictionary(fact => fact.Label, fact => fact.Text),
        After = after.Texts().ToDictionary(fact => fact.Label, fact => fact.Text),
    });
}
