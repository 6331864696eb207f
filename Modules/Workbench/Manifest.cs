using Portal.Modules.Manifest;

[assembly: Module(
    Id = "Workbench",
    Name = "工作台",
    Description = "首页、我的待办、我的到期、消息、工作日历，以及各模块记录的列表和表单。",
    Category = "基础",
    Version = "0.1.0",
    Author = "Portal",
    IsAlwaysEnabled = true)]
