using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Modules;
using Portal.Modules.Manifest;
using Portal.Security;
using Portal.Security.Permissions;
using Portal.Units;

namespace Portal.Kernel.Tests.Security;

public sealed class PermissionTests
{
    private static readonly Permission Manage = new("sample.manage", "管理");
    private static readonly Permission Edit = new("sample.edit", "修改", [Manage]);
    private static readonly Permission Read = new("sample.read", "查看", [Edit]);
    private static readonly StubTree Tree = new((1, null), (20, 1), (30, 20), (40, 1));

    [Theory]
    [InlineData("sample.manage", true)]
    [InlineData("sample.edit", true)]
    [InlineData("sample.read", true)]
    [InlineData("other", false)]
    public void A_permission_is_granted_by_itself_and_by_all_that_imply_it(string granted, bool expected) =>
        Assert.Equal(expected, Context(new StubRoles(granted)).Has("sample.read"));

    [Fact]
    public void A_permission_is_not_granted_by_what_it_implies() => Assert.False(Context(new StubRoles("sample.read")).Has("sample.manage"));

    [Fact]
    public void An_undeclared_permission_is_refused_whatever_the_role_holds() => Assert.False(Context(new StubRoles("nobody.knows")).Has("nobody.knows"));

    [Fact]
    public void With_the_module_off_the_permission_is_refused() => Assert.False(Context(new StubRoles("sample.read"), new StubSwitch("Sample")).Has("sample.read"));

    [Fact]
    public void Without_a_post_and_on_any_fault_it_is_refused()
    {
        Assert.False(Context(new StubRoles("sample.read"), postId: 99).Has("sample.read"));
        Assert.False(Context(new FaultyRoles()).Has("sample.read"));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(30, true)]
    [InlineData(40, false)]
    [InlineData(1, false)]
    [InlineData(99, false)]
    public async Task A_record_is_in_reach_of_its_unit_and_of_those_above(long unitId, bool expected) =>
        Assert.Equal(expected, await AuthorizeAsync(new Scoped(unitId)));

    [Fact]
    public async Task A_rule_of_the_module_grants_reach_and_a_faulty_rule_refuses()
    {
        Assert.False(await AuthorizeAsync(new Foreign()));
        Assert.True(await AuthorizeAsync(new Foreign(), services => services.AddSingleton<IReachRule<Foreign>>(new Rule(_ => true))));
        Assert.False(await AuthorizeAsync(new Foreign(), services => services.AddSingleton<IReachRule<Foreign>>(new Rule(_ => throw new InvalidOperationException()))));
    }

    [Fact]
    public async Task A_record_that_was_not_found_is_refused_and_without_a_record_the_permission_decides()
    {
        Assert.False(await AuthorizeAsync(null));
        await using var provider = Services().BuildServiceProvider();
        var service = provider.GetRequiredService<IAuthorizationService>();
        Assert.True(await Portal.Security.AuthorizationServiceExtensions.AuthorizeAsync(service, new ClaimsPrincipal(), "sample.read"));
        Assert.False(await Portal.Security.AuthorizationServiceExtensions.AuthorizeAsync(service, new ClaimsPrincipal(), "sample.manage"));
        Assert.False((await service.AuthorizeAsync(new ClaimsPrincipal(), null, [new PermissionRequirement("sample.read")])).Succeeded);
    }

    [Fact]
    public void Two_modules_that_declare_one_name_are_found_out()
    {
        var catalog = new PermissionCatalog([new Provider(Read), new Provider(Read)], Modules());
        Assert.Equal(new StartupProblem("Sample", "权限 sample.read 被声明了两次。"), Assert.Single(catalog.Problems));
    }

    private static async Task<bool> AuthorizeAsync(object? record, Action<IServiceCollection>? configure = null)
    {
        var services = Services();
        configure?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new ClaimsPrincipal(), "sample.read", record);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddAuthorizationCore().AddSingleton<IUnitContext>(Context(new StubRoles("sample.read"))).AddSingleton<IUnitTree>(Tree);
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        return services;
    }

    private static UnitContext Context(IRolePermissions roles, IModuleSwitch? moduleSwitch = null, long? postId = null)
    {
        var context = new UnitContext(
            Tree, roles, moduleSwitch ?? new StubSwitch(), new PermissionCatalog([new Provider(Manage, Edit, Read)], Modules()), NullLogger<UnitContext>.Instance);
        var post = new Post { Id = 2, PersonId = 1, RoleId = 3, RoleName = "角色", UnitId = 20, UnitName = "学院" };
        context.Enter(new Visitor(new Person { Id = 1, Account = "a", Name = "甲" }, [post]), postId, "");
        return context;
    }

    private static ModuleCatalog Modules() => new(
        [new ModuleDescriptor { Id = "Sample", Source = ModuleSource.Referenced, Assembly = typeof(PermissionTests).Assembly, Manifest = new ModuleAttribute { Id = "Sample", Name = "样例" } }], []);

    private sealed class Provider(params Permission[] permissions) : IPermissionProvider
    {
        public IEnumerable<Permission> GetPermissions() => permissions;

        public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
    }

    private sealed record Scoped(long UnitId) : IUnitScoped;

    private sealed record Foreign;

    private sealed class Rule(Func<Foreign, bool> decide) : IReachRule<Foreign>
    {
        public ValueTask<bool> IsInReachAsync(Post post, Foreign record, CancellationToken cancellationToken) => ValueTask.FromResult(decide(record));
    }

    private sealed class FaultyRoles : IRolePermissions
    {
        public bool IsGranted(long roleId, string permission) => throw new InvalidOperationException();

        public Task ApplyDefaultsAsync(string moduleId, IReadOnlyCollection<PermissionStereotype> stereotypes, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
