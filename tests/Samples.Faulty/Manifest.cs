using Portal.Modules.Manifest;

[assembly: Module(Id = "Samples.Faulty", Name = "有毛病的模块", Category = "样例")]
