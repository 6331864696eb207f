using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Settings;

namespace Portal.RegistryTransfer.Rules;

/// <summary>Whether an application may be started on a day (guard G8).</summary>
internal static class BusinessWindows
{
    /// <summary>Why it may not, in a sentence; null when it may. Both provinces have to be open.</summary>
    /// <param name="rows">Those of the kind, of the country and of the two provinces.</param>
    /// <param name="kind">Of the application.</param>
    /// <param name="provinces">The receiving and the sending one, with their names.</param>
    /// <param name="grade">The student's.</param>
    /// <param name="isGraduating">Whether it is the last of its stage in his schooling system.</param>
    /// <param name="today">Of the portal's zone.</param>
    public static string? FindClosed(
        IReadOnlyList<BusinessWindow> rows, ApplicationKind kind, IEnumerable<(long Id, string Name)> provinces, Grade grade, bool isGraduating, DateOnly today)
    {
        foreach (var (id, name) in provinces)
        {
            BusinessWindow[] own = [.. rows.Where(row => row.ProvinceId == id)];
            BusinessWindow[] all = own.Length > 0 ? own : [.. rows.Where(row => row.ProvinceId == ConfigScope.Nation)];
            BusinessWindow[] valid = [.. all.Where(row => row.Kind == kind && row.Covers(grade, isGraduating))];
            var place = own.Length > 0 ? name : "全国";
            if (valid.FirstOrDefault(row => !row.IsOpen && row.Holds(today)) is { } frozen)
                return $"现在不能发起{Words.Of(kind)}：{place}{frozen.Span}暂停办理（{frozen.Note}）。已发起的申请不受影响。";
            BusinessWindow[] open = [.. valid.Where(row => row.IsOpen)];
            if (open.Length > 0 && !open.Any(row => row.Holds(today)))
                return $"现在不能发起{Words.Of(kind)}：{place}的办理时段是{string.Join("、", open.Select(row => row.Span))}。已发起的申请不受影响。";
        }

        return null;
    }
}
