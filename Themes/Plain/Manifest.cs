using Portal.Modules.Manifest;

[assembly: Theme(Id = "Plain", Name = "素净", Description = "导航在上方，少用颜色；其余沿用“校园”主题。", Category = "主题", BaseTheme = "Campus")]
