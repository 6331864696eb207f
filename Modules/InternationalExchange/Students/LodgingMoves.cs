using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>What the beginning of a stay does: the old one ends, the room has a bed, 保卫处 gets the task of the temporary residence.</summary>
internal static class LodgingMoves
{
    /// <exception cref="RefusedException">The stay overlaps another, or the room is full.</exception>
    public static async Task BeginAsync(RecordWriter writer, RecordView stay)
    {
        var field = stay.Is("kind", "teacher") ? "teacher" : "student";
        if (stay.Ref(field) is not { } reference || stay.Time("from") is not { } from)
            return;

        // Person and room are held, so that two who assign at once see each other.
        await writer.LockAsync(reference.Id);
        if (stay.Ref("room") is { } room)
            await writer.LockAsync(room.Id);
        await EndOldAsync(writer, stay, field, reference.Id, from);
        await RequireBedAsync(writer, stay, from);
        await TemporaryResidence.OpenAsync(writer, stay, field, reference, from);
    }

    private static async Task EndOldAsync(RecordWriter writer, RecordView stay, string field, long personId, DateTime from)
    {
        var others = (await writer.ContextOf(stay).ReferringAsync(personId, LodgingType.TypeKey, field)).Where(other => other.Id != stay.Id && other.IsIn("active", "closed")).ToArray();
        if (others.FirstOrDefault(other => Overlaps(other, from)) is { } overlapped)
            throw new RefusedException($"与另一段住宿（{(await writer.NameAsync(overlapped)).Title}）的时间重叠，请核对入住时间。");
        if (others.FirstOrDefault(other => other.IsIn("active")) is not { } old)
            return;
        var data = old.Copy();
        data["leftAt"] = stay["from"];
        await writer.MoveAsync(old, "leave", "换住处", data);
    }

    /// <summary>Whether a stay takes a bed at that moment or later.</summary>
    public static bool Occupies(RecordView stay, DateTime from) => stay.IsIn("active") || (stay.IsIn("closed") && stay.Time("leftAt") > from);

    // An open stay that began earlier is ended by the new one; everything else that reaches into it overlaps.
    private static bool Overlaps(RecordView other, DateTime from) => other.IsIn("active") ? other.Time("from") >= from : other.Time("leftAt") > from;

    private static async Task RequireBedAsync(RecordWriter writer, RecordView stay, DateTime from)
    {
        if (stay.Ref("room") is not { } reference || await writer.FindAsync(reference.Id) is not { } room)
            return;
        if (!room.IsIn("active"))
            throw new RefusedException($"房间 {(await writer.NameAsync(room)).Title} 没有启用，请另选房间。");
        var stays = await writer.ContextOf(room).ReferringAsync(LodgingType.TypeKey, "room");
        var others = stays.Count(other => other.Id != stay.Id && Occupies(other, from));
        if (others >= room.Int("capacity"))
            throw new RefusedException($"房间 {(await writer.NameAsync(room)).Title} 已住满（可住 {room["capacity"]} 人），请另选房间。");
    }
}
