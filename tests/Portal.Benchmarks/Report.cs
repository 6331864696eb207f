using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>One line a work: ours, the floor's, their ratio and what the design allows.</summary>
internal static class Report
{
    public static void Rate(string work, double portal, double floor, double least) =>
        Line(work, $"{portal:0} /s", $"{floor:0} /s", portal / floor, $">= {least.ToString(CultureInfo.InvariantCulture)}");

    public static void Time(string work, TimeSpan portal, TimeSpan floor, double most) =>
        Line(work, $"{portal.TotalMilliseconds:0} ms", $"{floor.TotalMilliseconds:0} ms", portal / floor, $"<= {most.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>For work of less than some milliseconds.</summary>
    public static void Fine(string work, TimeSpan portal, TimeSpan floor, double most) => Line(
        work,
        string.Create(CultureInfo.InvariantCulture, $"{portal.TotalMilliseconds:0.00} ms"),
        string.Create(CultureInfo.InvariantCulture, $"{floor.TotalMilliseconds:0.00} ms"),
        portal / floor,
        $"<= {most.ToString(CultureInfo.InvariantCulture)}");

    private static void Line(string work, string portal, string floor, double ratio, string budget) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work,-34}{portal,14}{floor,14}{ratio,9:0.00}   {budget}"));
}
