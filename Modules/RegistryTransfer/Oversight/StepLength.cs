using System.Globalization;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>Decided steps that were entered and left on the same days. The days are UTC; from 16 o'clock it is the next one in Beijing.</summary>
internal sealed record StepLength
{
    public string StepKey { get; init; } = "";

    public string EnteredOn { get; init; } = "";

    public bool EnteredLate { get; init; }

    public string ActedOn { get; init; } = "";

    public bool ActedLate { get; init; }

    public long Steps { get; init; }

    public DateOnly Entered => Day(EnteredOn, EnteredLate);

    public DateOnly Acted => Day(ActedOn, ActedLate);

    private static DateOnly Day(string day, bool isLate) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(isLate ? 1 : 0);
}
