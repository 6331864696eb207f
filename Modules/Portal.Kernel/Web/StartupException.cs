using Portal.Modules;

namespace Portal.Web;

/// <summary>The portal cannot start; the message lists every fault found.</summary>
public sealed class StartupException(IReadOnlyCollection<StartupProblem> problems)
    : Exception($"门户无法启动，共 {problems.Count} 个问题：\n{string.Join('\n', problems.Select(problem => $"- {problem.Text}"))}")
{
    public IReadOnlyCollection<StartupProblem> Problems { get; } = problems;
}
