using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Portal.Data;
using Portal.Units;

namespace Portal.Audit;

internal sealed class AuditLog(IUnitContext context, TimeProvider clock) : IAuditLog
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task WriteAsync(WriteTransaction transaction, AuditEntry entry)
    {
        await transaction.ExecuteAsync(
            """
            insert into portal_audit
                (id, at, person_id, person_name, post_id, role_name, unit_id, module, action, subject, before_json, after_json, address)
            values
                (@id, @at, @personId, @personName, @postId, @roleName, @unitId, @Module, @Action, @Subject, @before, @after, @Address)
            """,
            new
            {
                id = transaction.NextAuditId(),
                at = clock.GetUtcNow().UtcDateTime,
                personId = context.Person?.Id,
                personName = context.Person?.Name ?? "系统",
                postId = context.Post?.Id,
                roleName = context.Post?.RoleName ?? "",
                unitId = context.Post?.UnitId,
                entry.Module,
                entry.Action,
                entry.Subject,
                before = Text(entry.Before),
                after = Text(entry.After),
                context.Address,
            });
        transaction.MarkAudited();
    }

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);
}
