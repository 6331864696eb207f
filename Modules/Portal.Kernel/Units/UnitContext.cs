using Microsoft.Extensions.Logging;
using Portal.Modules;
using Portal.Security;

namespace Portal.Units;

internal sealed class UnitContext(IUnitTree tree, IRolePermissions roles, IModuleSwitch moduleSwitch, PermissionCatalog permissions, ILogger<UnitContext> logger) : IUnitContext
{
    public Person? Person { get; private set; }

    public Post? Post { get; private set; }

    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public long UnitId => Post?.UnitId ?? 0;

    public IReadOnlyList<long> Path { get; private set; } = [];

    public string Address { get; private set; } = "";

    /// <summary>Sets who is at work; a post that is not among the valid ones is none, without a wish the first one counts.</summary>
    public void Enter(Visitor visitor, long? postId, string address)
    {
        Person = visitor.Person;
        Posts = visitor.Posts;
        Address = address;
        Post = postId is null ? visitor.Posts is [var first, ..] ? first : null : visitor.Posts.FirstOrDefault(post => post.Id == postId);
        Path = Post is null || tree.Find(Post.UnitId) is not { } unit
            ? []
            : [.. unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
    }

    public bool Has(string permission)
    {
        try
        {
            return Post is { } post
                && permissions.Find(permission) is { } declared
                && declared.GrantedBy.Any(name => roles.IsGranted(post.RoleId, name))
                && (declared.ModuleId.Length == 0 || moduleSwitch.IsEnabled(declared.ModuleId, post.UnitId));
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Permission {Permission} could not be decided and was refused", permission);
            return false;
        }
    }
}
