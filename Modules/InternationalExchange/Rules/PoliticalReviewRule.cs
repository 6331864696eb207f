using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>G3, Art. 9(1)1: whoever goes abroad has a political review that says 同意 and lasts until the return. Guards and pages ask here.</summary>
internal static class PoliticalReviewRule
{
    public const string Article = "第九条一1";

    /// <summary>Names those without; null when all have one.</summary>
    public static async Task<string?> FindProblemAsync(RecordSight sight, IReadOnlyList<RecordPerson> people, DateOnly? until)
    {
        var states = await OfAsync(sight, people, until);
        var (missing, tooShort) = (new List<string>(), new List<string>());
        foreach (var person in people)
        {
            var found = states[person.Id];
            if (found.Verdict == PoliticalReviewVerdict.TooShort)
                tooShort.Add($"{person.Name}（有效期至 {found.ValidTo:yyyy-MM-dd}）");
            else if (found.Verdict != PoliticalReviewVerdict.Enough)
                missing.Add(person.Name);
        }

        return (missing.Count, tooShort.Count) switch
        {
            (> 0, _) => $"没有结论为“同意”的政审：{Names.Join(missing)}",
            (_, > 0) => $"政审有效期不足：{Names.Join(tooShort)}",
            _ => null,
        };
    }

    /// <summary>By person, what the reviews are worth for a journey until that day.</summary>
    public static async Task<IReadOnlyDictionary<long, PoliticalReviewState>> OfAsync(RecordSight sight, IReadOnlyList<RecordPerson> people, DateOnly? until)
    {
        var ids = people.Select(person => person.Id).ToHashSet();
        var reviews = (await sight.OfPeopleAsync(PoliticalReviewType.TypeKey, ids)).Where(review => review.IsIn("active")).ToLookup(review => review.Row.PersonId);
        return ids.ToDictionary(id => id, id => Judge(reviews[id], until));
    }

    // A 不同意 outweighs whatever was agreed to before it.
    private static PoliticalReviewState Judge(IEnumerable<RecordView> found, DateOnly? until)
    {
        var reviews = found.OrderByDescending(review => review.Date("reviewedOn")).ThenByDescending(review => review.Id).ToArray();
        if (reviews.Length == 0)
            return new(PoliticalReviewVerdict.Missing, null, null);
        var agreed = reviews.TakeWhile(review => review.Is("result", "agree")).ToArray();
        if (agreed.Length == 0)
            return new(PoliticalReviewVerdict.Refused, null, reviews[0].Id);
        var longest = agreed.MaxBy(review => review.Date("validTo"))!;
        var isEnough = until is null || longest.Date("validTo") >= until;
        return new(isEnough ? PoliticalReviewVerdict.Enough : PoliticalReviewVerdict.TooShort, longest.Date("validTo"), longest.Id);
    }
}

/// <summary>The review that counts for a person.</summary>
/// <param name="Verdict">What it is worth.</param>
/// <param name="ValidTo">Its last day; null when there is none or it was refused.</param>
/// <param name="ReviewId">The record; null when there is none.</param>
internal sealed record PoliticalReviewState(PoliticalReviewVerdict Verdict, DateOnly? ValidTo, long? ReviewId);

/// <summary>Whether a review is enough for a journey.</summary>
internal enum PoliticalReviewVerdict
{
    Missing,

    Refused,

    TooShort,

    Enough,
}
