using Portal.Navigation;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

/// <summary>One entry for each record type, below the group that the type names, for whoever the matrix gives anything of it.</summary>
public sealed class Menu(RecordMenu records) : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            builder.Add("国际交流与合作", group => records.AddTo(group.Icon("world").Position(30), "InternationalExchange", Groups.PositionOf));
        return ValueTask.CompletedTask;
    }
}
