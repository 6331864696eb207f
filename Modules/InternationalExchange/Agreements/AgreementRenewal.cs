using System.Text.Json.Nodes;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Agreements;

/// <summary>续签: the next version of an agreement begins as a copy of this one, for a new term.</summary>
internal static class AgreementRenewal
{
    /// <summary>Whether it was in force or is about to be.</summary>
    public static bool IsPossible(RecordView agreement) => agreement.IsIn("signed", "terminated", "archived") && agreement.Has("ourSignedOn");

    /// <summary>The day after the last one; today of an agreement without an end or long past it.</summary>
    public static DateOnly FirstDay(RecordView agreement, DateOnly today) =>
        agreement is { State: "signed" } && !agreement.Bool("openEnded") && agreement.Date("expiresOn") is { } last && last >= today ? last.AddDays(1) : today;

    /// <summary>A term of the same length; null for an agreement without an end.</summary>
    public static DateOnly? LastDay(RecordView agreement, DateOnly from)
    {
        if (agreement.Bool("openEnded") || agreement.Date("effectiveFrom") is not { } first || agreement.Date("expiresOn") is not { } last)
            return null;
        var next = last.AddDays(1);
        var months = ((next.Year - first.Year) * 12) + next.Month - first.Month;
        return next.Day == first.Day ? from.AddMonths(months).AddDays(-1) : from.AddDays(last.DayNumber - first.DayNumber);
    }

    /// <summary>What the new draft takes over: content and partners. What was reviewed, signed and checked is asked for anew.</summary>
    public static RecordInput Draft(RecordType type, RecordView agreement, RenewalTerm term)
    {
        var old = agreement.Copy();
        var values = new JsonObject { ["effectiveFrom"] = $"{term.From:yyyy-MM-dd}" };
        foreach (var field in type.Fields.Where(field => field.InBody && field.Id is not ("effectiveFrom" or "expiresOn" or "openEnded" or "checks") && old[field.Id] is not null))
            values[field.Id] = old[field.Id]!.DeepClone();
        if (term.To is { } last)
            values["expiresOn"] = $"{last:yyyy-MM-dd}";
        else
            values["openEnded"] = true;
        return new()
        {
            Values = values,
            Asked = [.. type.Fields.Where(field => field.InBody).Select(field => field.Id)],
            HasCommon = true,
            Common = new()
            {
                Title = Title(agreement.Title),
                HeadId = agreement.Row.HeadId,
                HeadName = agreement.Row.HeadName,
                OwnerId = agreement.Row.OwnerId,
                OwnerName = agreement.Row.OwnerName,
                Level = agreement.Row.Level,
                Secrecy = agreement.Row.Secrecy,
                Region = agreement.Row.Region,
                Year = term.From.Year,
                PreviousId = agreement.Id,
            },
        };
    }

    private static string Title(string title) => title.EndsWith("（续签）", StringComparison.Ordinal) || title.Length > 190 ? title : $"{title}（续签）";
}

/// <summary>Term of a renewed agreement.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null for no end.</param>
internal sealed record RenewalTerm(DateOnly From, DateOnly? To);
