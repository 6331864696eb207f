using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>评价 each year and before the contract ends, and the end itself.</summary>
internal static class TeacherDues
{
    private const int MonthsOfLastEvaluation = 6;

    public static IReadOnlyList<RecordDue> All { get; } =
    [
        new("yearly-evaluation", "年度评价", (record, _) => InPost(record, Dates.Day((record.Date(TeacherFields.EvaluatedOn) ?? record.Date("contractFrom"))?.AddYears(1))), _ => false) { IsRecurring = true },
        new(
            "contract-evaluation",
            "合同期满评价",
            (record, settings) => InPost(record, Dates.After(record.Date("contractTo"), -settings.Number(ExchangeSettings.EvaluationDays))),
            record => record.Date(TeacherFields.EvaluatedOn) >= record.Date("contractTo")?.AddMonths(-MonthsOfLastEvaluation)) { Offices = [Offices.Personnel] },
        new("contract-end", "合同期满", (record, _) => InPost(record, Dates.Day(record.Date("contractTo"))), _ => false) { Offices = [Offices.Exchange, Offices.Personnel], RemindDays = [90, 30, 7, 0], IsRecurring = true },
        new("passport", "护照到期", (record, _) => InPost(record, Dates.Day(record.Date("passportExpires"))), _ => false) { Offices = [Offices.Exchange], RemindDays = [180, 90, 30, 0], IsRecurring = true },
    ];

    private static DateTime? InPost(RecordView record, DateTime? day) => record.IsIn("in-post") ? day : null;
}
