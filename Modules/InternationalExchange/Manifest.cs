using Portal.Modules.Manifest;

[assembly: Module(
    Id = "InternationalExchange",
    Name = "国际交流与合作",
    Description = "协议、项目、活动、因公出国、学生出国、外籍教师、来华留学生、证照与签证的报批、备案和到期提醒。",
    Category = "外事",
    Version = "0.1.0",
    Author = "Portal")]
