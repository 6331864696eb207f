using Portal.Modules.Manifest;

[assembly: Module(
    Id = "Workbench",
    Name = "工作台",
    Description = "我的待办、消息、工作日历。",
    Category = "基础",
    Version = "0.1.0",
    Author = "Portal",
    IsAlwaysEnabled = true)]
