using Portal.Modules.Manifest;

[assembly: Module(
    Id = "RegistryTransfer",
    Name = "学籍管理",
    Description = "跨省转学、毕业后跨省就学：申请、核办、查询、撤销，自动调档，数字证书安装。",
    Category = "学籍",
    Version = "0.1.0",
    Author = "Portal")]
