using Portal.Modules.Manifest;

[assembly: Module(
    Id = "Organisation",
    Name = "组织与权限",
    Description = "单位、人员、角色、岗位、模块开关、登录和操作日志。",
    Category = "基础",
    IsAlwaysEnabled = true)]
