namespace Portal.Toolkit.Records;

/// <summary>Values of the common fields.</summary>
public static class RecordWords
{
    /// <summary>层级: daily exchange, projects of a college, strategic cooperation of the school (exchange seed, article 4).</summary>
    public static IReadOnlyList<FieldChoice> Levels { get; } = FieldChoice.Parse("daily=日常交流;college=院级;school=校级");

    /// <summary>密级.</summary>
    public static IReadOnlyList<FieldChoice> Secrecies { get; } = FieldChoice.Parse("public=公开;internal=内部;sensitive=敏感");

    /// <summary>地域; other than 国外 takes the route of Hong Kong, Macao and Taiwan (exchange seed, article 12).</summary>
    public static IReadOnlyList<FieldChoice> Regions { get; } = FieldChoice.Parse("abroad=国外;HK=中国香港;MO=中国澳门;TW=中国台湾");

    /// <summary>The label of a value; the value itself when nobody knows it.</summary>
    public static string LabelOf(this IReadOnlyList<FieldChoice> choices, string key) => choices.FirstOrDefault(choice => choice.Key == key)?.Label ?? key;
}
