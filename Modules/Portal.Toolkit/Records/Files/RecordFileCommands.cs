using Portal.Toolkit.Attachments;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Files;

/// <summary>Files of records, each under one field; throws what <see cref="RecordCommands"/> throws.</summary>
public sealed class RecordFileCommands(RecordDesk desk, IAttachments attachments)
{
    /// <summary>Binds what a form has uploaded to a field.</summary>
    public Task<RecordSaved> AddAsync(
        long id, long version, string field, AttachmentUpload upload, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        var found = Require(type, record, rights, field);
        if (found.Max is { } max && record.Files.Count(file => file.Field == field) + upload.Drafts.Count > max)
            throw new RefusedException($"“{found.Label}”最多 {max} 个文件。请先移除不需要的。", Components.AttachmentField.FileName);
        var bound = await attachments.BindAsync(writer.Transaction, RecordFiles.PolicyOf(writer.Book), upload, id);
        foreach (var file in bound)
        {
            await writer.Transaction.ExecuteAsync(
                "insert into toolkit_record_file (attachment_id, record_id, field) values (@attachmentId, @id, @field)", new { attachmentId = file.Id, id, field });
        }

        return await WriteAsync(writer, record, $"上传{found.Label}", string.Join('、', bound.Select(file => file.DisplayName)));
    }, cancellationToken);

    /// <summary>Takes a file away, while the record is a draft or was returned.</summary>
    public Task<RecordSaved> RemoveAsync(long id, long version, long attachmentId, CancellationToken cancellationToken) => desk.ChangeAsync(id, version, async (writer, type, record, rights) =>
    {
        if (record.Files.FirstOrDefault(file => file.AttachmentId == attachmentId) is not { } file)
            throw new RefusedException("文件已经移除，请刷新页面查看。");
        var found = Require(type, record, rights, file.Field);
        if (!record.IsIn(RecordState.Draft.Key, RecordState.Returned.Key))
            throw new RefusedException($"现在是“{type.StateOf(record.State).Label}”，只能补充文件，不能移除。");
        await writer.Transaction.ExecuteAsync("delete from toolkit_record_file where attachment_id = @attachmentId", new { attachmentId });
        await attachments.RemoveAsync(writer.Transaction, RecordFiles.PolicyOf(writer.Book), id, attachmentId);
        return await WriteAsync(writer, record, $"移除{found.Label}", file.Name);
    }, cancellationToken);

    private static Field Require(RecordType type, RecordView record, RecordRights rights, string field)
    {
        if (type.Find(field) is not { Kind: FieldKind.File } found)
            throw new RefusedException("请选择材料的类别。", "field");
        return rights.MayFile(type, record, found)
            ? found
            : throw new RecordForbiddenException($"现在是“{type.StateOf(record.State).Label}”，您当前的岗位不能更改“{found.Label}”。");
    }

    private static async Task<RecordView> WriteAsync(RecordWriter writer, RecordView record, string label, string names) =>
        await writer.WriteAsync(new() { Kind = RecordChangeKind.Filed, Before = record, After = (await writer.FindAsync(record.Id))!, Text = names }, label);
}
