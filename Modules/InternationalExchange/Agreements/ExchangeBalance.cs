using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>Students sent and received in a year under an agreement or with a partner.</summary>
/// <param name="Year">Year of departure, or of arrival here.</param>
/// <param name="Out">Students of ours who left.</param>
/// <param name="In">Students who arrived here.</param>
internal sealed record ExchangeBalance(int Year, int Out, int In)
{
    /// <summary>Above 0 when we have sent more than we have received.</summary>
    public int Difference => Out - In;

    public string DifferenceText => Difference > 0 ? $"多派出 {Difference}" : Difference < 0 ? $"多接收 {-Difference}" : "平衡";

    public static ExchangeBalance Total(IReadOnlyCollection<ExchangeBalance> years) => new(0, years.Sum(year => year.Out), years.Sum(year => year.In));

    /// <summary>What an agreement allows each year in a direction: out or in.</summary>
    public static int Quota(RecordView agreement, string direction) => agreement.Rows("quotas").Where(row => row.Is("direction", direction)).Sum(row => row.Int("perYear") ?? 0);
}
