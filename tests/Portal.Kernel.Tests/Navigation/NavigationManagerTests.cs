using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Modules;
using Portal.Modules.Manifest;
using Portal.Navigation;

namespace Portal.Kernel.Tests.Navigation;

public sealed class NavigationManagerTests
{
    private readonly StubContext _context = new() { Permissions = { "read" } };
    private readonly DefaultHttpContext _http = new();

    [Fact]
    public async Task Groups_of_several_modules_are_merged_by_caption_and_ordered_by_position()
    {
        var menu = await BuildAsync(
            builder => builder.Add("系统管理", group => group.Position(90).Add("单位", item => item.Url("/units"))),
            builder => builder.Add("首页", item => item.Position(1).Url("/")),
            builder => builder.Add("系统管理", group => group.Position(90).Icon("settings").Add("审计", item => item.Position(5).Url("/audit"))));
        Assert.Equal(["首页", "系统管理"], menu.Select(item => item.Caption));
        Assert.Equal(["审计", "单位"], menu[1].Items.Select(item => item.Caption));
        Assert.Equal("settings", menu[1].Icon);
    }

    [Fact]
    public async Task What_the_post_may_not_do_is_left_out_and_with_it_an_empty_group()
    {
        var menu = await BuildAsync(builder => builder
            .Add("甲", group => group.Add("读", item => item.Url("/r").Permission("read")).Add("写", item => item.Url("/w").Permission("write")))
            .Add("乙", group => group.Add("写", item => item.Url("/w2").Permission("write")))
            .Add("丙", group => group.Permission("write").Add("读", item => item.Url("/r2")))
            .Add("丁", item => item.Url("/any").Permission("write").Permission("read")));
        Assert.Equal(["甲", "丁"], menu.Select(item => item.Caption));
        Assert.Equal(["读"], menu[0].Items.Select(item => item.Caption));
    }

    [Fact]
    public async Task Pages_of_a_module_that_is_off_are_left_out()
    {
        var menu = await BuildAsync(builder => builder
            .Add("开", item => item.Page("/Index", "On"))
            .Add("关", item => item.Page("/Index", "Off")));
        Assert.Equal("/On/Index", Assert.Single(menu).Url);
    }

    [Fact]
    public async Task A_failing_provider_is_left_out_and_the_others_stay()
    {
        var menu = await BuildAsync(_ => throw new InvalidOperationException(), builder => builder.Add("首页", item => item.Url("/")));
        Assert.Equal("首页", Assert.Single(menu).Caption);
    }

    [Fact]
    public async Task The_entry_of_the_current_page_and_the_groups_above_it_are_marked()
    {
        _http.Request.RouteValues["area"] = "On";
        _http.Request.RouteValues["page"] = "/Desk/Student";
        var menu = await BuildAsync(builder => builder.Add("离校", group => group
            .Add("现场办理", item => item.Page("/Desk/Index", "On"))
            .Add("批量办理", item => item.Page("/Batch/Index", "On"))));
        Assert.True(menu[0].IsCurrent);
        Assert.Equal([true, false], menu[0].Items.Select(item => item.IsCurrent));
    }

    [Fact]
    public async Task Of_two_entries_in_one_folder_the_one_of_the_page_itself_is_marked()
    {
        _http.Request.RouteValues["area"] = "On";
        _http.Request.RouteValues["page"] = "/Oversight/Overdue";
        var menu = await BuildAsync(builder => builder.Add("统计", group => group
            .Add("业务统计", item => item.Page("/Oversight/Index", "On"))
            .Add("超期清单", item => item.Page("/Oversight/Overdue", "On"))));
        Assert.Equal([false, true], menu[0].Items.Select(item => item.IsCurrent));
    }

    private Task<IReadOnlyList<MenuItem>> BuildAsync(params Action<NavigationBuilder>[] providers)
    {
        var catalog = new ModuleCatalog([Module("On"), Module("Off")], []);
        var manager = new NavigationManager(
            providers.Select(provider => new Provider(provider)), new HttpContextAccessor { HttpContext = _http }, new PageAddresses(new Links()), _context, catalog, new StubSwitch("Off"), NullLogger<NavigationManager>.Instance);
        return manager.BuildMenuAsync("main", default);
    }

    private static ModuleDescriptor Module(string id) =>
        new() { Id = id, Source = ModuleSource.Referenced, Manifest = new ModuleAttribute { Id = id, Name = id } };

    private sealed class Provider(Action<NavigationBuilder> build) : INavigationProvider
    {
        public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
        {
            build(builder);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Links : LinkGenerator
    {
        public override string? GetPathByAddress<TAddress>(
            HttpContext httpContext, TAddress address, RouteValueDictionary values, RouteValueDictionary? ambientValues = null, PathString? pathBase = null, FragmentString fragment = default, LinkOptions? options = null) => throw new NotSupportedException();

        public override string? GetPathByAddress<TAddress>(
            TAddress address, RouteValueDictionary values, PathString pathBase = default, FragmentString fragment = default, LinkOptions? options = null) =>
            $"/{values["area"]}{values["page"]}";

        public override string? GetUriByAddress<TAddress>(
            HttpContext httpContext, TAddress address, RouteValueDictionary values, RouteValueDictionary? ambientValues = null, string? scheme = null, HostString? host = null, PathString? pathBase = null, FragmentString fragment = default, LinkOptions? options = null) => throw new NotSupportedException();

        public override string? GetUriByAddress<TAddress>(
            TAddress address, RouteValueDictionary values, string scheme, HostString host, PathString pathBase = default, FragmentString fragment = default, LinkOptions? options = null) => throw new NotSupportedException();
    }
}
