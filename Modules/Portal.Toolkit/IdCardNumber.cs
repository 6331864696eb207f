using System.Collections.Frozen;
using System.Globalization;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit;

/// <summary>居民身份证号 after GB 11643-1999: its one written form, its mask, what it says and whether it can be true.</summary>
public static class IdCardNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // Provinces of GB/T 2260, by their first two digits. The six-digit code may be one that is no longer in use.
    private static readonly FrozenSet<string> Provinces = FrozenSet.Create(
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /// <summary>Narrow upper case without outer blanks: what is hashed and compared.</summary>
    public static string Normalize(string text) => CellText.Narrow(text).Trim().ToUpperInvariant();

    /// <summary>18 characters of which the last may be X, or the 15 digits of the old form.</summary>
    /// <param name="number">Normalised.</param>
    public static bool HasForm(string number) => number.Length switch
    {
        18 => number[..17].All(char.IsAsciiDigit) && (char.IsAsciiDigit(number[17]) || number[17] == 'X'),
        15 => number.All(char.IsAsciiDigit),
        _ => false,
    };

    /// <summary>110101********0001; what has another length shows its ends only.</summary>
    public static string Mask(string number) => number.Length > 10
        ? $"{number[..6]}{new string('*', number.Length - 10)}{number[^4..]}"
        : new string('*', number.Length);

    /// <summary>The date it holds; null when it is none.</summary>
    public static DateOnly? BirthDate(string number)
    {
        if (!HasForm(number))
            return null;
        var text = number.Length == 18 ? number[6..14] : $"19{number[6..12]}";
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>男 or 女 by its second last digit; empty when it has not the form of 18 characters.</summary>
    public static string Gender(string number) => number.Length != 18 || !HasForm(number) ? "" : (number[16] - '0') % 2 == 1 ? "男" : "女";

    /// <summary>The last character of 18 is the one that ISO 7064 MOD 11-2 gives; true for other lengths. Real registers hold numbers that fail it.</summary>
    public static bool HasCheckDigit(string number) =>
        number.Length != 18 || !HasForm(number) || "10X98765432"[Weights.Zip(number, (weight, digit) => weight * (digit - '0')).Sum() % 11] == number[17];

    /// <summary>Its first two digits are a province of GB/T 2260.</summary>
    public static bool HasProvince(string number) => number.Length >= 2 && Provinces.Contains(number[..2]);

    /// <summary>What keeps a number of 18 characters from being true, in the order form, province, date, check character; null when nothing does.</summary>
    /// <param name="number">Normalised.</param>
    /// <param name="today">Nobody is born later.</param>
    /// <returns>A sentence for the user, without the number.</returns>
    public static string? FindFault(string number, DateOnly today)
    {
        if (number.Length != 18 || !HasForm(number))
            return "身份证号应为18位，末位可为X";
        if (!HasProvince(number))
            return "身份证号前两位不是省级行政区划代码";
        if (BirthDate(number) is not { } birthDate || birthDate > today)
            return "身份证号中的出生日期不存在或晚于今天";
        return HasCheckDigit(number) ? null : "身份证号校验位不符，请核对";
    }
}
