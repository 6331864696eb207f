using Portal.Modules.Manifest;

[assembly: Module(
    Id = "Samples.DropIn",
    Name = "教学周",
    Description = "今天是第几教学周：最小的外加模块，供照着写。",
    Category = "样例")]
