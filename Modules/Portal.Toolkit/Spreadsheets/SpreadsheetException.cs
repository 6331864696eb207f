namespace Portal.Toolkit.Spreadsheets;

/// <summary>The whole file is refused. <see cref="Exception.Message"/> is text for the user, in Chinese.</summary>
public sealed class SpreadsheetException : Exception
{
    public SpreadsheetException(string message, string? hint = null, Exception? cause = null)
        : base(message, cause) => Hint = hint;

    /// <summary>How to mend it, or null.</summary>
    public string? Hint { get; }

    internal static SpreadsheetException Unsupported() =>
        new("仅支持 xls、xlsx", "请用 Excel 或 WPS 另存为 .xlsx 后重新选择");

    internal static SpreadsheetException Invalid(Exception? cause = null) =>
        new("文件不是有效的 Excel", "请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后重新选择", cause);

    internal static SpreadsheetException Encrypted(Exception? cause = null) =>
        new("文件已加密", "请取消打开密码后重新选择", cause);
}
