using Portal.Modules.Manifest;

[assembly: Theme(Id = "Campus", Name = "校园", Description = "左侧导航，表格为主，适合窗口和办公桌。", Category = "主题")]
