namespace Portal.GraduationClearance.Schemes;

/// <summary>Somebody else saved in between; the page shows both versions and lets the person choose.</summary>
public sealed class StaleVersionException(string subject)
    : Exception($"{subject}已被其他人修改，您的修改没有保存。请对照当前内容后再保存。");
