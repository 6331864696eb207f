using Portal.Modules.Manifest;

[assembly: Module(
    Id = "GraduationClearance",
    Name = "离校系统",
    Description = "毕业生离校办理：现场办理、批量办理、批量导入、查询统计、证书发放。",
    Category = "学生事务",
    Version = "0.1.0",
    Author = "Portal")]
