using Portal.Modules;
using Portal.Toolkit.Notices;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Writing;

/// <summary>
/// Messages of records go to those of a unit who work with them, by one role or by one of several: its other people, students among them, need not know
/// the titles. Where the module is off nobody is told.
/// </summary>
internal sealed class RecordNoticeAudience(RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context) : INoticeAudience
{
    public IEnumerable<string> Names =>
        from book in catalog.Books
        where modules.IsEnabled(book.ModuleId, context.UnitId)
        let roles = access.RolesIn(book).Where(role => !role.IsPersonal).ToArray()
        where roles.Length > 0 || (book.HeadPermission is { } head && context.Has(head))
        from name in roles.Select(role => Of(book, role.Key)).Prepend(Of(book))
        select name;

    public static string Of(RecordBook book) => $"records:{book.ModuleId}";

    public static string Of(RecordBook book, string role) => $"records:{book.ModuleId}:{role}";
}
