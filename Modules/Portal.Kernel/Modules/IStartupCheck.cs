namespace Portal.Modules;

/// <summary>Looks at the finished application before it listens. Every fault found by any check is reported at once.</summary>
public interface IStartupCheck
{
    IEnumerable<StartupProblem> FindProblems();
}

/// <summary>A fault; it stops the start-up, or makes the drop-in module named by <paramref name="ModuleId"/> fail.</summary>
public sealed record StartupProblem(string? ModuleId, string Text);
