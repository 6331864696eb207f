using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>Which applications are counted: one flow, by 发起日期, both days included. Kept in the address.</summary>
public sealed record StatisticsFilter
{
    /// <summary>The longest range, in days.</summary>
    public const int MostDays = 366;

    [FromQuery(Name = "kind")]
    public string? KindSlug { get; init; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    public ApplicationKind Kind => ApplicationKinds.Find(KindSlug) ?? ApplicationKind.Transfer;

    /// <summary>What is wrong with the days; null when nothing is.</summary>
    public string? Problem =>
        IsBeyond(From) || IsBeyond(To) ? "请填写 2000 年到 2100 年之间的日期。"
        : From > To ? "起始日期晚于截止日期，请调换后再统计。"
        : To?.DayNumber - From?.DayNumber >= MostDays ? "起止日期最多相隔一年，请缩短后再统计。"
        : null;

    /// <summary>The last three months where nothing is said.</summary>
    public StatisticsFilter On(DateOnly today)
    {
        if (IsBeyond(From) || IsBeyond(To))
            return this;
        var to = To ?? (From is { } first && first.AddMonths(3) < today ? first.AddMonths(3) : today);
        return this with { To = to, From = From ?? to.AddMonths(-3).AddDays(1) };
    }

    // Near the ends of the calendar no day can be added or taken.
    private static bool IsBeyond(DateOnly? day) => day is { Year: < 2000 or > 2100 };

    public Dictionary<string, string> Route(params (string Key, string? Value)[] more) => more
        .Prepend(("to", To?.ToIso()))
        .Prepend(("from", From?.ToIso()))
        .Prepend(("kind", Kind.Slug()))
        .Where(pair => !string.IsNullOrEmpty(pair.Item2))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2!);
}
