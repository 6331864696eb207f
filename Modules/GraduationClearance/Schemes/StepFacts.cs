using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>What an administrator enters about a step. Times are UTC.</summary>
public record StepFacts
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>离校点, the unit where the step is handled.</summary>
    public long UnitId { get; init; }

    public StepMode Mode { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>末环节: waits for all other required steps.</summary>
    public bool IsFinal { get; init; }

    public bool AppliesToHukouTransfer { get; init; }

    public bool AppliesToDormitory { get; init; }

    public bool RemarkRequiredOnFail { get; init; }

    public string Place { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Contact { get; init; } = "";

    public string Guide { get; init; } = "";

    public DateTime? DueAt { get; init; }

    /// <summary>前置环节 of the same scheme.</summary>
    public IReadOnlyList<long> PrerequisiteIds { get; init; } = [];
}

/// <summary>A step as stored.</summary>
public sealed record Step : StepFacts
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public int Seq { get; init; }

    public int Version { get; init; }
}
