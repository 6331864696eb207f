namespace Portal.GraduationClearance.Schemes;

/// <summary>What is missing before a scheme can be worked with.</summary>
public sealed record Readiness
{
    public required IReadOnlyList<ReadinessIssue> Issues { get; init; }

    public int Students { get; init; }

    public int Departments { get; init; }

    /// <summary>Active students who lack a record at one step or more; 初始化 adds them.</summary>
    public int StudentsWithoutRecords { get; init; }

    public bool IsReady => Issues.All(issue => !issue.IsSerious);
}

/// <summary>One finding in plain words; a serious one means that somebody cannot be handled.</summary>
public sealed record ReadinessIssue(bool IsSerious, string Text);
