using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>A document as its desk lists it.</summary>
internal sealed record DocumentRow
{
    private const int DaysOfWarning = 30;

    public required RecordView Document { get; init; }

    public required RecordState State { get; init; }

    /// <summary>The last day to hand it in or to bring it back; null when it is owed by nobody.</summary>
    public required DateOnly? DueOn { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Id and version, as the list posts what was ticked.</summary>
    public string Tick => $"{Document.Id}.{Document.Row.Version}";

    public string Holder => Document.Person("holder")?.Name ?? "";

    public string Number => DocumentFields.TailOf(Document);

    public bool IsOverdue => DueOn < Today;

    /// <summary>What it is out for: the trip, or the reason.</summary>
    public string Purpose => !Document.IsIn("out", "lost") ? "" : Document.Ref("trip") is { } trip ? $"{trip.No} {trip.Title}" : Document["reason"] ?? "";

    public StateBadge Badge => IsOverdue
        ? new() { Kind = StateKind.Overdue, Text = "逾期", Detail = State.Label }
        : new() { Kind = State.Kind, Text = State.Label };

    /// <summary>Colour of the date of expiry: red when it has passed, amber within half a year, as many countries ask for six months.</summary>
    public StateKind? ExpiryKind => Document.Date("expiresOn") switch
    {
        { } day when day < Today => StateKind.Failed,
        { } day when day <= Today.AddDays(DocumentFilter.DaysOfExpiring) => StateKind.SourceFault,
        _ => null,
    };

    public StateKind DueKind => IsOverdue ? StateKind.Overdue : DueOn <= Today.AddDays(DaysOfWarning) ? StateKind.SourceFault : StateKind.Pending;
}
