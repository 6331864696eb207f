using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>One post of an approved plan: how many it allows, how many are taken, who is on the way.</summary>
internal sealed record Headcount
{
    /// <summary>States in which a teacher takes a place of the plan (G8).</summary>
    public static IReadOnlyList<string> Taking { get; } = ["to-school", "approved", "visa", "in-post"];

    public static IReadOnlyList<string> Coming { get; } = ["candidate", "qualified", "assessed"];

    public required RecordView Plan { get; init; }

    /// <summary>Number of the post in the plan, from 1.</summary>
    public required int No { get; init; }

    public required string Subject { get; init; }

    public required int Allowed { get; init; }

    public required int Taken { get; init; }

    public required int Candidates { get; init; }

    public int Free => Math.Max(0, Allowed - Taken);

    public static IEnumerable<Headcount> Of(RecordView plan, IReadOnlyList<RecordView> teachers) => plan.Rows("posts").Select((post, index) => new Headcount
    {
        Plan = plan,
        No = index + 1,
        Subject = post["subject"] ?? "",
        Allowed = post.Int("headcount") ?? 0,
        Taken = teachers.Count(teacher => teacher.Int("postNo") == index + 1 && Taking.Contains(teacher.State)),
        Candidates = teachers.Count(teacher => teacher.Int("postNo") == index + 1 && Coming.Contains(teacher.State)),
    });
}
