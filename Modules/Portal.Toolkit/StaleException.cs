namespace Portal.Toolkit;

/// <summary>Somebody else saved in between and nothing was saved now; the page shows both versions and lets the person choose.</summary>
/// <param name="subject">What it is about, as the message shows it to the user: 方案“2026届”.</param>
public sealed class StaleException(string subject = "内容")
    : Exception($"{subject}已被其他人修改，您的修改没有保存。请对照当前内容后再保存。");
