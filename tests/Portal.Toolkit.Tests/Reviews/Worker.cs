using Portal.Units;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>Who is at work in a scope of the test.</summary>
public sealed class Worker : IUnitContext
{
    public const string Review = "sample.review";
    public const string Supervise = "sample.supervise";

    public static readonly Who Maker = new(1, "王经办", 10, Review);
    public static readonly Who Lead = new(2, "李主管", 10, Review);
    public static readonly Who Bureau = new(3, "张局", 20, Review, Supervise);
    public static readonly Who Extra = new(4, "赵会签", 30, Review);
    public static readonly Who Final = new(5, "钱终审", 40, Review);
    public static readonly Who FinalToo = new(6, "孙终审", 40, Review);
    public static readonly Who City = new(7, "周市局", 5, Review, Supervise);
    public static readonly Who Clerk = new(8, "吴职员", 20);

    public static readonly Who[] All = [Maker, Lead, Bureau, Extra, Final, FinalToo, City, Clerk];

    public Who? Who { get; set; }

    public Person? Person => Who is null ? null : new() { Id = Who.Id, Account = $"p{Who.Id}", Name = Who.Name };

    public Post? Post => Who is null ? null : new() { Id = Who.Id * 10, PersonId = Who.Id, RoleId = 1, RoleName = "核办员", UnitId = Who.UnitId, UnitName = $"单位{Who.UnitId}" };

    public IReadOnlyList<Post> Posts => Post is null ? [] : [Post];

    public long UnitId => Who?.UnitId ?? 0;

    public IReadOnlyList<long> Path => [1, UnitId];

    public string Address => "192.0.2.1";

    public bool Has(string permission) => Who?.Permissions.Contains(permission) == true;
}

public sealed record Who(long Id, string Name, long UnitId, params string[] Permissions);
