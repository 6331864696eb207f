using System.Globalization;

namespace Portal.GraduationClearance.Roster;

/// <summary>身份证号: its one written form, its mask, the date and check digit it holds.</summary>
public static class IdCardNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Upper case without outer blanks: what is hashed and compared.</summary>
    public static string Normalize(string text) => text.Trim().ToUpperInvariant();

    /// <summary>18 characters of which the last may be X, or the 15 digits of the old form.</summary>
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

    public static DateOnly? BirthDate(string number)
    {
        if (!HasForm(number))
            return null;
        var text = number.Length == 18 ? number[6..14] : $"19{number[6..12]}";
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>GB 11643. It only warns: most numbers of the sample data fail it.</summary>
    public static bool HasCheckDigit(string number) =>
        number.Length != 18 || !HasForm(number) || "10X98765432"[Weights.Zip(number, (weight, digit) => weight * (digit - '0')).Sum() % 11] == number[17];
}
