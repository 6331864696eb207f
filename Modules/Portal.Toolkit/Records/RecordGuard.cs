namespace Portal.Toolkit.Records;

/// <summary>A rule that must hold before something happens to a record; asked inside the transaction of the change.</summary>
/// <param name="On">Key of a move, or one of the words below; several separated by commas.</param>
/// <param name="Article">What it rests on, shown behind the message: 第五条. Empty for a rule of form.</param>
/// <param name="Check">A Chinese message when the rule is broken, else null.</param>
public sealed record RecordGuard(string On, string Article, Func<RecordContext, Task<string?>> Check)
{
    /// <summary>Before a draft is created or saved.</summary>
    public const string Save = "save";

    /// <summary>Before it is submitted, and again when resubmitted; of a change request too.</summary>
    public const string Submit = "submit";

    /// <summary>Before the last step of the route passes, or a record without route is submitted.</summary>
    public const string Approve = "approve";

    /// <summary>Key of a yes/no setting: only a warning unless it is on. Null always refuses.</summary>
    public string? StrictSetting { get; init; }

    /// <summary>Never refuses, only warns.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>A rule that needs nothing but the record.</summary>
    public static RecordGuard Of(string on, string article, string message, Func<RecordView, bool> ok) =>
        new(on, article, context => Task.FromResult(ok(context.Record) ? null : message));

    internal bool AppliesTo(string on) => On.Split(',').Contains(on);
}
