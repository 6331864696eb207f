namespace Portal.Toolkit.Records;

/// <summary>A number, switch, date or text of the rules that an office keeps up.</summary>
/// <param name="Key">Unique within the book: <c>trip.summaryDays</c>.</param>
/// <param name="Label">As the settings page shows it.</param>
/// <param name="Kind">What may be entered.</param>
/// <param name="Default">In force until somebody changes it.</param>
/// <param name="Source">Article or practice it rests on.</param>
public sealed record RecordSetting(string Key, string Label, SettingKind Kind, string Default, string Source);

/// <summary>What a setting holds.</summary>
public enum SettingKind
{
    /// <summary>0 to 3,650 days.</summary>
    Days,

    /// <summary>A whole number from 0 to 1,000,000.</summary>
    Number,

    /// <summary>true or false.</summary>
    YesNo,

    /// <summary>A day of each year, <c>12-26</c>.</summary>
    DayOfYear,

    /// <summary>Up to 2,000 characters.</summary>
    Text,
}

/// <summary>The settings of a book as they stand.</summary>
public sealed class RecordSettings(IReadOnlyDictionary<string, string> values)
{
    private ISet<string>? _read;

    /// <exception cref="KeyNotFoundException">The book declares no such setting.</exception>
    public string Text(string key)
    {
        _read?.Add(key);
        return values[key];
    }

    public int Number(string key) => int.Parse(Text(key), System.Globalization.CultureInfo.InvariantCulture);

    public bool Is(string key) => Text(key) == "true";

    /// <summary>The day of that year; 29 February falls on the 28th where there is none.</summary>
    public DateOnly DayIn(string key, int year)
    {
        var parts = Text(key).Split('-');
        var month = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        return new(year, month, Math.Min(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The same, that notes which settings are asked for.</summary>
    internal RecordSettings NotingIn(ISet<string> read) => new(values) { _read = read };
}
