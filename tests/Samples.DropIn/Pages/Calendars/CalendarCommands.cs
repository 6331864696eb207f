using Portal.Toolkit.Attachments;

namespace Portal.Samples.DropIn.Pages.Calendars;

internal sealed class CalendarCommands(IWriteTransactions transactions, IAttachments attachments, IAuditLog audit)
{
    public Task PublishAsync(long term, string note, AttachmentUpload upload, CancellationToken cancellationToken) => transactions.RunAsync(0, async tx =>
    {
        var files = await attachments.BindAsync(tx, CalendarFiles.Policy, upload, term);
        await audit.WriteAsync(tx, new AuditEntry { Module = "Samples.DropIn", Action = "上传校历", Subject = $"term:{term}", After = new { note, files = files.Select(file => file.DisplayName) } });
    }, cancellationToken);
}
