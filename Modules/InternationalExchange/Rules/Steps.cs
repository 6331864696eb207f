using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Steps that many routes share.</summary>
internal static class Steps
{
    /// <summary>Art. 4: the head of the implementing unit answers for it.</summary>
    public static RecordStep Head { get; } = new("head", "单位一把手审核", UnitRole.OwnUnitHead, "第四条");

    public static RecordStep School { get; } = new("school", "学校审批", Offices.School, "第四条");

    /// <summary>The home office, resting on the article that gives it this kind of record.</summary>
    public static RecordStep Exchange(string article, string label = "国际交流处审核") => new("ieo", label, Offices.Exchange, article);
}
