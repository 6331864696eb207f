using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>G3, Art. 9(1)1: whoever goes abroad has a political review that says 同意 and lasts until the return.</summary>
internal static class PoliticalReviewRule
{
    public const string Article = "第九条一1";

    /// <summary>Names those without; null when all have one.</summary>
    public static async Task<string?> FindProblemAsync(RecordSight sight, IEnumerable<RecordPerson> people, DateOnly? until)
    {
        var (missing, tooShort) = (new List<string>(), new List<string>());
        foreach (var person in people)
        {
            var agreed = (await sight.OfPersonAsync(PoliticalReviewType.TypeKey, person.Id)).Where(review => review.IsIn("active") && review.Is("result", "agree")).ToArray();
            if (agreed.Length == 0)
                missing.Add(person.Name);
            else if (agreed.Max(review => review.Date("validTo")) is { } last && last < until)
                tooShort.Add($"{person.Name}（有效期至 {last:yyyy-MM-dd}）");
        }

        return (missing.Count, tooShort.Count) switch
        {
            (> 0, _) => $"没有结论为“同意”的政审：{Names.Join(missing)}",
            (_, > 0) => $"政审有效期不足：{Names.Join(tooShort)}",
            _ => null,
        };
    }
}
