using Portal.Data;
using Portal.Security;

namespace Portal.Modules;

/// <summary>Manifests, permissions and migration files agree with each other.</summary>
internal sealed class ManifestCheck(ModuleCatalog catalog, PermissionCatalog permissions) : IStartupCheck
{
    public IEnumerable<StartupProblem> FindProblems()
    {
        foreach (var module in catalog.Modules.Where(module => module.State is ModuleState.Failed or ModuleState.NotSupported))
            yield return new(module.Id, $"模块 {module.Id}：{module.Reason}");
        foreach (var problem in permissions.Problems)
            yield return problem;
        foreach (var module in catalog.Loaded)
        {
            if (!module.IsTheme && module.Assembly!.GetName().Name != $"Portal.{module.Id}")
                yield return new(module.Id, $"模块 {module.Id} 的程序集应名为 Portal.{module.Id}：文件夹、区域和标识必须相同。");
            foreach (var problem in DialectProblems(module))
                yield return problem;
        }
    }

    private static IEnumerable<StartupProblem> DialectProblems(ModuleDescriptor module)
    {
        var sqlite = MigrationScript.Read(module.Assembly!, SqlDialect.Sqlite).Select(script => $"{script.Version:0000}_{script.Name}").ToArray();
        var mysql = MigrationScript.Read(module.Assembly!, SqlDialect.MySql).Select(script => $"{script.Version:0000}_{script.Name}").ToArray();
        foreach (var missing in sqlite.Except(mysql))
            yield return new(module.Id, $"模块 {module.Id} 缺少 Migrations/MySql/{missing}.sql。");
        foreach (var missing in mysql.Except(sqlite))
            yield return new(module.Id, $"模块 {module.Id} 缺少 Migrations/Sqlite/{missing}.sql。");
    }
}
