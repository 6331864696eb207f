using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>The unit of the student or teacher whom a record of an office is about: what the matrix lets that unit do with its own people it does with the record.</summary>
internal static class HolderUnit
{
    private const string FieldId = "holderUnit";

    public static Field Field { get; } = new(FieldId, "持有人单位", FieldKind.Unit, Required: false) { AskedBy = Derived.Key };

    public static IReadOnlyList<long> PartnersOf(RecordView record) => record.Unit(FieldId) is { } unit && unit != record.UnitId ? [unit] : [];

    /// <summary>Taken over while the record is a draft, or once where it never was one; takes the ids of one record.</summary>
    public static async Task TakeOverAsync(RecordChange change, RecordWriter writer)
    {
        if (!change.After.IsIn(RecordState.Draft.Key) && change.After.Has(FieldId))
            return;
        if ((change.After.Ref("teacher") ?? change.After.Ref("student")) is { } holder && await writer.FindAsync(holder.Id) is { } person)
            await Derived.SetAsync(writer, change.After, "带出所在单位", (FieldId, ImmigrationHolder.UnitOf(person)));
    }
}
