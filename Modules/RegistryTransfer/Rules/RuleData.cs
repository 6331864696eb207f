using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Rules;

/// <summary>Windows, rules and grade mappings of two provinces and of the country.</summary>
internal static class RuleData
{
    public static Task<IReadOnlyList<BusinessWindow>> WindowsAsync(ReadSession data, ApplicationKind kind, long inProvinceId, long outProvinceId) => data.QueryAsync<BusinessWindow>(
        """
        select id, province_id, kind, grades, opens, closes, is_open, note
        from registrytransfer_business_window
        where kind = @kind
          and province_id in (@Nation, @inProvinceId, @outProvinceId)
        order by opens, id
        """,
        new { ConfigScope.Nation, kind, inProvinceId, outProvinceId });

    public static Task<IReadOnlyList<TransferRule>> RulesAsync(ReadSession data, ApplicationKind kind, long inProvinceId, long outProvinceId) => data.QueryAsync<TransferRule>(
        """
        select id, province_id, kind, rule_key, side, stages, grades, reasons, severity, text, source, is_active, version
        from registrytransfer_transfer_rule
        where kind = @kind
          and is_active = 1
          and province_id in (@Nation, @inProvinceId, @outProvinceId)
        order by severity desc, id
        """,
        new { ConfigScope.Nation, kind, inProvinceId, outProvinceId });

    public static Task<IReadOnlyList<GradeMapping>> MappingsAsync(ReadSession data, long inProvinceId) => data.QueryAsync<GradeMapping>(
        """
        select from_system, from_grade, to_system, to_grade
        from registrytransfer_grade_mapping
        where is_active = 1
          and province_id in (@Nation, @inProvinceId)
        order by id
        """,
        new { ConfigScope.Nation, inProvinceId });
}
