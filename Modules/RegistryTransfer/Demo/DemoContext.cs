namespace Portal.RegistryTransfer.Demo;

/// <summary>Somebody of the demo at work in his post.</summary>
internal sealed class DemoContext(IUnitTree tree) : IUnitContext
{
    public Person? Person { get; private set; }

    public Post? Post { get; private set; }

    public IReadOnlyList<Post> Posts => Post is null ? [] : [Post];

    public long UnitId => Post?.UnitId ?? 0;

    public IReadOnlyList<long> Path => [.. tree.Find(UnitId)!.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];

    public string Address => "";

    public void Enter(Person person, Post post) => (Person, Post) = (person, post);

    public bool Has(string permission) => Post is not null;
}
