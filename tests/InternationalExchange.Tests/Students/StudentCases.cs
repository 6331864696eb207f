using Portal.Testing;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Students;

/// <summary>Students from abroad of the cases.</summary>
internal static class StudentCases
{
    public const string Student = "exchange.intl-student";
    public const string Lodging = "exchange.lodging";
    public const string Room = "exchange.room";

    private static int _count;

    /// <summary>A student whom 国际教育学院 has admitted and registered; of 工程学院 unless he only learns the language.</summary>
    public static async Task<long> RegisteredAsync<T>(this CaseFixture<T> portal, string kind = "degree")
        where T : ITestDialect
    {
        var number = Interlocked.Increment(ref _count);
        var sie = portal.As("sie1");
        var student = (await sie.SubmitNewAsync(Student, Typed($"Student {number}", $"P{number:D7}", kind))).Id;
        await sie.MoveAsync(student, "admit", ("admissionNo", $"L2026-{number}"));
        await sie.MoveAsync(student, "arrive", ("arrivedOn", "2026-03-01"));
        await sie.MoveAsync(student, "register", ("registeredOn", "2026-03-01"), ("studentNo", $"L{number:D6}"));
        return student;
    }

    /// <summary>The residence permit that the arrival of a student opened.</summary>
    public static Task<long> ResidenceOfAsync<T>(this CaseFixture<T> portal, long student)
        where T : ITestDialect => portal.Database.ScalarAsync<long>(
            "select r.id from toolkit_record r join toolkit_record_link l on l.from_id = r.id where l.to_id = @student and r.type = 'exchange.immigration-doc' and r.kind = 'residence'", new { student });

    public static (string Field, string Value)[] Typed(string name, string passport, string kind = "degree") =>
    [
        ("kind", kind), ("name", name), ("nationality", "VN"), ("passportNo", passport), ("passportExpires", "2030-01-01"), ("birthOn", "2004-05-06"),
        ("collegeUnit", kind == "language" ? "" : "工程学院"), ("major", "机械工程"), ("emergency", "父亲 0084123"),
    ];
}
