using Portal.Data;

namespace Portal.Toolkit.Notices;

internal sealed class NoticeService(TimeProvider clock) : INotices
{
    private const int TitleLength = 200;
    private const int TextLength = 1000;

    public Task SendAsync(WriteTransaction transaction, Notice notice)
    {
        if ((notice.UnitId is null) == (notice.PersonId is null))
            throw new ArgumentException("A notice goes to a unit or to a person.", nameof(notice));
        return transaction.ExecuteAsync(
            """
            insert into toolkit_notice (id, sent_at, unit_id, person_id, permission, title, text, link, module_id)
            values (@id, @now, @UnitId, @PersonId, @Permission, @title, @text, @Link, @ModuleId)
            """,
            new
            {
                id = transaction.NextId(),
                now = clock.GetUtcNow().UtcDateTime,
                notice.UnitId,
                notice.PersonId,
                notice.Permission,
                title = Cut(notice.Title, TitleLength),
                text = Cut(notice.Text, TextLength),
                notice.Link,
                notice.ModuleId,
            });
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}
