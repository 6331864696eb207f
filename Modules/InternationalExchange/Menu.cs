using Portal.Navigation;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

/// <summary>One entry for each record type, below the group that the type names, for whoever the matrix gives anything of it; and the module's own pages.</summary>
public sealed class Menu(RecordMenu records) : INavigationProvider
{
    private const string Id = "InternationalExchange";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            builder.Add("国际交流与合作", group => Build(group.Icon("world").Position(30)));
        return ValueTask.CompletedTask;
    }

    private void Build(NavigationItemBuilder menu)
    {
        records.AddTo(menu, Id, Groups.PositionOf);
        menu.Add(Groups.Students, group => group.Position(Groups.PositionOf(Groups.Students))
            .Add("未分配辅导员", item => item.Page("/Counsellors/Index", Id).Permission(Permissions.StudentAffairs).Position(95)));
    }
}
