using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Students;

/// <summary>Who lives in a room now or moves in, and how many beds are free. Stays that the post may not read are counted, not named.</summary>
internal sealed class RoomPanel(RecordSightQueries sights, RecordLinkQueries links, LocalTime local, TimeProvider clock) : IRecordPanel
{
    public string Type => RoomType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        if (!record.IsIn("active", "closed"))
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var stays = (await sights.ReadAsync(ExchangeBook.Id, sight => sight.ReferringAsync(record.Id, LodgingType.TypeKey, "room"), cancellationToken))
            .Where(stay => LodgingMoves.Occupies(stay, now)).OrderBy(stay => stay.Time("from")).ToArray();
        var open = await links.OpenAsync([.. stays.Select(stay => stay.Id)], cancellationToken);
        return new("在住人员", "/Areas/InternationalExchange/Pages/Students/_RoomPanel.cshtml", new RoomPanelModel
        {
            Residents = [.. stays.Where(stay => open.Contains(stay.Id)).Select(stay => ResidentOf(stay, now))],
            Others = stays.Count(stay => !open.Contains(stay.Id)),
            Capacity = record.Int("capacity") ?? 0,
            Taken = stays.Length,
            IsOpen = record.IsIn("active"),
        });
    }

    private RoomResident ResidentOf(RecordView stay, DateTime now) => new(
        (stay.Ref("student") ?? stay.Ref("teacher"))?.Title ?? "",
        stay.Is("kind", "teacher") ? "外籍教师" : "来华留学生",
        stay.Time("from"),
        stay.Time("from") > now,
        stay.Time("leftAt") is { } left ? DateOnly.FromDateTime(local.ToLocal(left)) : stay.Date("until"),
        RecordAddress.Of(stay));
}

/// <summary>The panel; partial <c>_RoomPanel</c>.</summary>
internal sealed record RoomPanelModel
{
    public required IReadOnlyList<RoomResident> Residents { get; init; }

    /// <summary>Residents of whom another office knows.</summary>
    public required int Others { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Beds that are taken or promised.</summary>
    public required int Taken { get; init; }

    /// <summary>Whether the room is in use at all.</summary>
    public required bool IsOpen { get; init; }

    public int Free => IsOpen ? Math.Max(0, Capacity - Taken) : 0;
}

/// <summary>Somebody who lives in a room.</summary>
/// <param name="Name">As in the passport, with the Chinese name.</param>
/// <param name="Kind">来华留学生 or 外籍教师.</param>
/// <param name="From">UTC.</param>
/// <param name="IsComing">Whether he has not moved in yet.</param>
/// <param name="Until">Planned or fixed end; null without one.</param>
/// <param name="Link">Address of the stay.</param>
internal sealed record RoomResident(string Name, string Kind, DateTime? From, bool IsComing, DateOnly? Until, string Link);
