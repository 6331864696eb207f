using Portal.Data;

namespace Portal.Toolkit.Records.Writing;

/// <summary>References as rows, so that the other side finds them.</summary>
internal static class RecordLinks
{
    public static async Task WriteAsync(WriteTransaction transaction, RecordType type, RecordView? before, RecordView after)
    {
        var (held, wanted) = (LinksOf(type, before), LinksOf(type, after));
        foreach (var (field, id) in held.Except(wanted))
            await transaction.ExecuteAsync("delete from toolkit_record_link where from_id = @fromId and field = @field and to_id = @id", new { fromId = after.Id, field, id });
        foreach (var (field, id) in wanted.Except(held))
            await transaction.ExecuteAsync("insert into toolkit_record_link (from_id, field, to_id) values (@fromId, @field, @id)", new { fromId = after.Id, field, id });
    }

    private static HashSet<(string Field, long Id)> LinksOf(RecordType type, RecordView? record) => record is null
        ? []
        : [.. type.Fields.SelectMany(field => field.Kind switch
        {
            FieldKind.Ref => record.Refs(field.Id).Select(reference => (field.Id, reference.Id)),
            FieldKind.Rows => from column in field.Columns ?? []
                              where column.Kind == FieldKind.Ref
                              from row in record.Rows(field.Id)
                              from reference in row.Refs(column.Id)
                              select (field.Id, reference.Id),
            _ => [],
        })];
}
