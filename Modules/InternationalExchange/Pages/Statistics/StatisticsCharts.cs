using Portal.InternationalExchange.Agreements;
using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>A question above each chart, with its answer.</summary>
internal static class StatisticsCharts
{
    private const int Most = 15;

    public static Chart TripYears(TripStatistics trips) => new()
    {
        Id = "trip-years",
        Question = "因公出国的规模怎样变化？",
        Answer = trips.Total is { Trips: > 0 } total ? $"{trips.Year} 年出访 {total.Trips:N0} 个团组，{total.Persons:N0} 人次，{total.PersonDays:N0} 人天。" : $"{trips.Year} 年还没有出访。",
        Kind = ChartKind.Bar,
        CategoryLabel = "年度",
        Categories = [.. trips.Years.Select(year => year.Name)],
        Series = [Series("人次", StateKind.Mine, trips.Years.Select(year => year.Persons)), Series("人天", StateKind.Pending, trips.Years.Select(year => year.PersonDays))],
    };

    public static Chart TripCountries(TripStatistics trips)
    {
        TripCount[] shown = [.. trips.Countries.Take(Most)];
        return new()
        {
            Id = "trip-countries",
            Question = $"{trips.Year} 年去了哪些国家和地区？",
            Answer = shown.Length == 0 ? $"{trips.Year} 年还没有出访。" : $"去{shown[0].Name}的最多，{shown[0].Persons:N0} 人次；共 {trips.Countries.Count} 个国家和地区。一次出访去几个国家的，各计一次。",
            Kind = ChartKind.Bar,
            CategoryLabel = "国别",
            Categories = [.. shown.Select(country => country.Name)],
            Series = [Series("人次", StateKind.Mine, shown.Select(country => country.Persons)), Series("人天", StateKind.Pending, shown.Select(country => country.PersonDays))],
        };
    }

    public static Chart Agreements(IReadOnlyList<CountryAgreements> countries)
    {
        CountryAgreements[] shown = [.. countries.Take(Most)];
        return new()
        {
            Id = "agreement-countries",
            Question = "现在与哪些国家有有效的协议？",
            Answer = shown.Length == 0 ? "现在没有有效的协议。" : $"{shown[0].Name}最多，{shown[0].Agreements:N0} 份；共 {countries.Count} 个国家和地区，其中 {countries.Count(country => country.Expiring > 0)} 个有协议将到期。",
            Kind = ChartKind.StackedBar,
            CategoryLabel = "国别",
            ValueUnit = "份",
            Categories = [.. shown.Select(country => country.Name)],
            Series =
            [
                Series("有效", StateKind.Passed, shown.Select(country => country.Agreements - country.Expiring)),
                Series("将到期", StateKind.SourceFault, shown.Select(country => country.Expiring)),
            ],
        };
    }

    public static Chart Students(StudentStatistics students)
    {
        var year = students.Years[^1];
        return new()
        {
            Id = "student-years",
            Question = "学生派出和接收平衡吗？",
            Answer = $"{year.Year} 年派出 {year.Out:N0} 人，接收 {year.In:N0} 人，{year.DifferenceText}。",
            Kind = ChartKind.Bar,
            CategoryLabel = "年度",
            ValueUnit = "人",
            Categories = [.. students.Years.Select(row => $"{row.Year}")],
            Series = [Series("派出", StateKind.Mine, students.Years.Select(row => row.Out)), Series("接收", StateKind.Passed, students.Years.Select(row => row.In))],
        };
    }

    public static Chart Dues(IReadOnlyList<DueRate> rates)
    {
        DueRate[] units = [.. DueRate.ByUnit(rates).Take(Most)];
        return new()
        {
            Id = "due-units",
            Question = "哪些单位逾期最多？",
            Answer = units.Length == 0 ? "本年还没有到期的事项。"
                : units[0].Late == 0 ? "到期的事项都按期办理。"
                : $"{units[0].UnitName}最高，{units[0].Total:N0} 项到期，{units[0].Late:N0} 项逾期（{units[0].Open:N0} 项未办），逾期率 {units[0].Percent:0.#}%。",
            Kind = ChartKind.StackedBar,
            CategoryLabel = "单位",
            ValueUnit = "项",
            Categories = [.. units.Select(unit => unit.UnitName)],
            Series =
            [
                Series("按期办理", StateKind.Passed, units.Select(unit => unit.Total - unit.Late)),
                Series("逾期办理", StateKind.SourceFault, units.Select(unit => unit.Late - unit.Open)),
                Series("未办", StateKind.Overdue, units.Select(unit => unit.Open)),
            ],
        };
    }

    private static ChartSeries Series(string name, StateKind state, IEnumerable<int> values) => new() { Name = name, State = state, Values = [.. values.Select(value => (decimal?)value)] };
}
