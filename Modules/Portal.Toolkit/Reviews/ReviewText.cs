namespace Portal.Toolkit.Reviews;

/// <summary>Checks what people write.</summary>
internal static class ReviewText
{
    public static string Opinion(ReviewRoute route, ReviewStep step, ReviewDecision decision, string? opinion)
    {
        var required = step.OpinionRule == OpinionRule.Required || (step.OpinionRule == OpinionRule.RequiredToRefuse && decision != ReviewDecision.Pass);
        return Checked(opinion, required, "opinion", $"请填写{route.Verb}意见（{decision.Word()}）。", $"{route.Verb}意见");
    }

    public static string Reason(string? reason, string action) => Checked(reason, true, "reason", $"请填写{action}原因。", $"{action}原因");

    public static string Note(string? note) => Checked(note, false, "note", "", "说明");

    private static string Checked(string? text, bool required, string field, string missing, string name)
    {
        var trimmed = text?.Trim() ?? "";
        if (required && trimmed.Length == 0)
            throw new ReviewRefusedException(missing, field);
        return trimmed.Length <= ReviewLimits.Text
            ? trimmed
            : throw new ReviewRefusedException($"{name}最多 {ReviewLimits.Text} 字，现在是 {trimmed.Length} 字。", field);
    }
}
