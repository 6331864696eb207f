using Microsoft.AspNetCore.Http;

namespace Portal.RegistryTransfer.Applications;

/// <summary>What a guard found: why an application is refused, or what the applicant should know.</summary>
internal sealed record Finding
{
    /// <summary>As support and tests name it: CHECK_2002, SAME_PROVINCE.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and what to do, in plain words; never names another school.</summary>
    public required string Text { get; init; }

    /// <summary>HTTP status of a refused save.</summary>
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Name of the input it belongs to; empty when it is none of them.</summary>
    public string Field { get; init; } = "";

    /// <summary>Does not refuse.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>Guards refused an application; nothing was saved.</summary>
internal sealed class GuardException(IReadOnlyList<Finding> findings) : Exception(findings[0].Text)
{
    public IReadOnlyList<Finding> Findings { get; } = findings;

    /// <summary>HTTP status of the answer: that of the first finding.</summary>
    public int Status => Findings[0].Status;
}
