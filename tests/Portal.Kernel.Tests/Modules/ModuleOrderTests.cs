using Portal.Modules;
using Portal.Modules.Manifest;

namespace Portal.Kernel.Tests.Modules;

public sealed class ModuleOrderTests
{
    [Fact]
    public void Dependencies_come_first_then_order_then_name()
    {
        var sorted = ModuleOrder.Sort([Module("C", "B"), Module("B", "A"), Module("A"), Module("Z", -1), Module("D")]);
        Assert.Equal(["Z", "A", "B", "C", "D"], sorted.Select(module => module.Id));
        Assert.All(sorted, module => Assert.Equal(ModuleState.Loaded, module.State));
    }

    [Fact]
    public void A_missing_dependency_fails_the_module_and_whatever_needs_it()
    {
        var sorted = ModuleOrder.Sort([Module("A", "Nowhere"), Module("B", "A"), Module("C")]);
        Assert.Contains("缺少依赖的模块：Nowhere", Find(sorted, "A").Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Failed, Find(sorted, "B").State);
        Assert.Equal(ModuleState.Loaded, Find(sorted, "C").State);
    }

    [Fact]
    public void A_circle_fails_all_its_members()
    {
        var sorted = ModuleOrder.Sort([Module("A", "B"), Module("B", "A"), Module("C", "C")]);
        Assert.All(sorted, module => Assert.Equal(ModuleState.Failed, module.State));
        Assert.All(sorted, module => Assert.Contains("循环依赖", module.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void What_needs_a_disabled_module_fails_and_says_so()
    {
        var disabled = Module("A");
        disabled.Fail(ModuleState.Disabled, "配置为不加载。");
        var sorted = ModuleOrder.Sort([disabled, Module("B", "A"), Module("C", "B")]);
        Assert.Equal("依赖的模块 A 没有加载。", Find(sorted, "B").Reason);
        Assert.Equal("依赖的模块 B 没有加载。", Find(sorted, "C").Reason);
        Assert.Equal(ModuleState.Disabled, Find(sorted, "A").State);
    }

    private static ModuleDescriptor Find(IEnumerable<ModuleDescriptor> modules, string id) => modules.Single(module => module.Id == id);

    private static ModuleDescriptor Module(string id, params string[] dependencies) => Module(id, 0, dependencies);

    private static ModuleDescriptor Module(string id, int order, params string[] dependencies) => new()
    {
        Id = id,
        Source = ModuleSource.Referenced,
        Manifest = new ModuleAttribute { Id = id, Name = id, Dependencies = dependencies },
        Startup = new OrderedStartup(order),
    };

    private sealed class OrderedStartup(int order) : StartupBase
    {
        public override int Order => order;
    }
}
