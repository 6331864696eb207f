using Microsoft.Extensions.DependencyInjection;
using Portal.Modules.Manifest;
using Portal.Navigation;
using Portal.Security.Permissions;
using Portal.Toolkit.Records;

[assembly: Module(Id = "Samples.Records", Name = "设备借用", Description = "一种记录：列表、表单、审核、提醒、导入导出都来自工具包。", Category = "样例")]

namespace Portal.Samples.Records;

public sealed class Loan : RecordType
{
    public override string Key => "samples.loan";
    public override string Label => "设备借用";
    public override string Prefix => "SB";
    public override bool MayImport => true;
    public override (string? Start, string? End) Period => ("lentOn", "dueOn");
    public override IReadOnlyList<Grant> Grants { get; } = [.. Grant.Row("OFF:CAEFR UNIT:CE")];
    public override IReadOnlyList<RecordStep> Route { get; } = [new("office", "设备部门审核", "OFF", "借用办法第三条")];
    public override IReadOnlyList<RecordKey> Keys { get; } = [new("serial", loan => loan["serial"], "这台设备正在借用中") { FromDraft = true }];
    public override IReadOnlyList<RecordDue> Dues { get; } = [new("return", "归还设备", (loan, _) => loan.Date("dueOn")?.ToDateTime(default), loan => loan.Has("returnedOn"))];
    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "设备", FieldKind.Choice, Options: "camera=相机;laptop=笔记本电脑"),
        new("serial", "设备编号", FieldKind.Text, Max: 20) { InList = true },
        new("idNo", "借用人证件号", FieldKind.Text, Required: false, Sensitive: true) { InList = true },
        new("lentOn", "借出日期", FieldKind.Date),
        new("dueOn", "归还期限", FieldKind.Date, Check: loan => loan.Date("dueOn") < loan.Date("lentOn") ? "归还期限不能早于借出日期" : null),
        new("returnedOn", "归还日期", FieldKind.Date) { AskedBy = RecordMove.Close },
    ];
}

public sealed class LoanBook : RecordBook
{
    public override string ModuleId => "Samples.Records";
    public override string Title => "设备借用";
    public override IReadOnlyList<UnitRole> Roles { get; } = [new("OFF", "设备部门", Permissions.Office) { IsOffice = true }, new("UNIT", "学院", Permissions.Unit)];
}

public sealed class Permissions : IPermissionProvider
{
    public const string Office = "samples.loans.office", Unit = "samples.loans.unit";
    public IEnumerable<Permission> GetPermissions() => [new(Office, "管理全校设备借用"), new(Unit, "为本单位借用设备")];
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = StandardRoles.Administrator, Permissions = [new(Office, "")] }, new() { Name = StandardRoles.UnitAdministrator, Permissions = [new(Unit, "")] }];
}

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddRecords<LoanBook>().AddScoped<IPermissionProvider, Permissions>().AddScoped<INavigationProvider, Menu>();
}

public sealed class Menu(RecordMenu records) : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            records.AddTo(builder, "Samples.Records");
        return ValueTask.CompletedTask;
    }
}
