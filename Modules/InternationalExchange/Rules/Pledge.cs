using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Art. 3: 外事纪律, promised by name.</summary>
internal static class Pledge
{
    public static Field Field { get; } = new(
        "pledge",
        "承诺遵守外事纪律",
        FieldKind.YesNo,
        Check: record => record.Bool("pledge") ? null : "须承诺遵守外事纪律（第三条）")
    {
        Hint = "维护国家和学校的利益与尊严，保守国家秘密，听从集体安排，勤俭办外事。",
    };
}
