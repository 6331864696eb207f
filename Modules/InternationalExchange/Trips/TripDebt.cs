using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>A summary or document that is owed too late.</summary>
internal sealed record TripDebt
{
    public required RecordView Record { get; init; }

    public required TripDebtKind Kind { get; init; }

    /// <summary>Unit of the trip, or of the holder.</summary>
    public required long UnitId { get; init; }

    public required IReadOnlyList<RecordPerson> People { get; init; }

    /// <summary>The last day on which it would have been in time.</summary>
    public required DateOnly Day { get; init; }

    public required int DaysLate { get; init; }

    public required int BlocksUnitAfterDays { get; init; }

    public required DateOnly? LiftedUntil { get; init; }

    public string What => Kind switch
    {
        TripDebtKind.Summary => "出访总结",
        TripDebtKind.Official => "因公证照",
        _ => "组织部经管的证照",
    };

    // Art. 9(1)2: private documents are known to 组织部 alone, so a lock by one names neither number nor title, and it is the person's own matter.
    private string Naming(RecordRef named) => Kind == TripDebtKind.Private ? What : $"{What}（{named.Text}）";

    /// <summary>Whether it locks anybody today.</summary>
    public bool Locks(DateOnly today) => DaysLate > 0 && !(LiftedUntil >= today);

    /// <summary>Whether it is so late that a unit applies for no trip.</summary>
    public bool LocksUnit(long unitId) => UnitId == unitId && IsLong;

    /// <summary>Whether it is late enough for a unit to be locked.</summary>
    public bool IsLong => Kind != TripDebtKind.Private && DaysLate > BlocksUnitAfterDays;

    /// <param name="person">Who owes it.</param>
    /// <param name="named">The record, as whoever reads the message may know it.</param>
    public string MessageFor(RecordPerson person, RecordRef named) => $"{person.Name} 有逾期未交的{Naming(named)}，应于 {Day:yyyy-MM-dd} 前交，不得参加新的出访";

    /// <inheritdoc cref="MessageFor"/>
    public string MessageForUnit(RecordRef named) => $"本单位有逾期超过{BlocksUnitAfterDays}天的{Naming(named)}，暂停申报出访";
}

/// <summary>What is owed.</summary>
internal enum TripDebtKind
{
    Summary,

    Official,

    Private,
}
