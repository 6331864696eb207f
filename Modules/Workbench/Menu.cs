using Portal.Navigation;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Reviews;

namespace Portal.Workbench;

internal sealed class Menu(ReviewTodoQueries todos, RecordCatalog records, RecordAccess access, IUnitContext context) : INavigationProvider
{
    private const string Area = "Workbench";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main" && context.Person is not null)
            builder.Add("工作台", Build);
        return ValueTask.CompletedTask;
    }

    private void Build(NavigationItemBuilder group)
    {
        group.Icon("home").Position(1);
        if (todos.Routes().Count > 0)
            group.Add("我的待办", item => item.Page("/Todos/Index", Area).Position(10));
        if (records.Books.SelectMany(book => book.Types).Any(type => type.Dues.Count > 0 && access.MayOpen(type)))
            group.Add("我的到期", item => item.Page("/Dues/Index", Area).Position(15));
        group
            .Add("消息", item => item.Page("/Notices/Index", Area).Position(20))
            .Add("工作日历", item => item.Page("/Calendar/Index", Area).Permission(Permissions.EditCalendar).Position(30));
    }
}
