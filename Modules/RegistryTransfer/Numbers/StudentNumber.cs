using System.Globalization;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Numbers;

/// <summary>全国学籍号: a letter G, L or J and 18 characters after the pattern of the ID card (domain §5).</summary>
internal static class StudentNumber
{
    public const int Length = 19;

    public const string FormText = "全国学籍号须以G/L/J开头且长度为19位";

    /// <summary>Upper case without full-width characters and outer blanks: what is stored and compared.</summary>
    public static string Normalize(string? text) => IdCardNumber.Normalize(text ?? "");

    /// <summary>What keeps a normalised number from being one; null when nothing does. Whether it exists only the registry knows.</summary>
    public static string? FindFault(string number, DateOnly today)
    {
        if (number.Length != Length || number[0] is not ('G' or 'L' or 'J') || number[1..].Any(character => !char.IsAsciiDigit(character) && character != 'X'))
            return FormText;
        var rest = number[1..];
        if (number[0] != 'L')
            return IdCardNumber.FindFault(rest, today) is { } fault ? $"全国学籍号有误：{fault.Replace("身份证号", "后18位", StringComparison.Ordinal)}" : null;

        // The last four of a temporary number are random: there is no check character to ask.
        var hasDate = DateOnly.TryParseExact(rest[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today;
        return !rest[..17].All(char.IsAsciiDigit) ? FormText
            : !IdCardNumber.HasProvince(rest) ? "全国学籍号有误：第2、3位不是省级行政区划代码"
            : !hasDate ? "全国学籍号有误：其中的出生日期不存在或晚于今天"
            : null;
    }

    /// <summary>Kind of a number that has the form.</summary>
    public static StudentNumberKind KindOf(string number) => number[0] switch
    {
        'G' => StudentNumberKind.G,
        'L' => StudentNumberKind.L,
        _ => StudentNumberKind.J,
    };

    /// <summary>G4499************32: what audit rows may hold.</summary>
    public static string Mask(string number) => number.Length > 7 ? $"{number[..5]}{new string('*', number.Length - 7)}{number[^2..]}" : new string('*', number.Length);
}
