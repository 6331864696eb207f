using NodaTime;

namespace Portal.Samples.DropIn.Pages.Weeks;

internal sealed record Term
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public DateOnly FirstDay { get; init; }

    public int WeekOf(DateOnly day) =>
        Period.Between(LocalDate.FromDateOnly(FirstDay), LocalDate.FromDateOnly(day), PeriodUnits.Weeks).Weeks + 1;
}
