using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

/// <summary>
/// Unit × record × action (domain §2.5), row by row as the document has it. Letters: C create, V review, A final decision, E execute, K custody or issue,
/// F file, R read all, r read own. A row with a condition belongs to a facet of its type. 学校 and 国际交流处 read whatever is not sensitive without a letter.
/// </summary>
internal static class Matrix
{
    private static readonly HashSet<string> _offices = [.. new ExchangeBook().Roles.Where(role => role.IsOffice).Select(role => role.Key)];

    private static readonly (string Type, string? Facet, string Cells)[] _rows =
    [
        ("exchange.work-plan", "school", "SCH:A IEO:CE SIE:V COL:r ORG:r HR:r AAO:V RES:V STU:V LOG:r SEC:r DEP:r"),
        ("exchange.work-plan", "unit", "SCH:R IEO:F SIE:CE COL:CE INS:CE ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.unit-contact", null, "SCH:R IEO:RF SIE:C COL:C INS:C ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.superior-task", null, "SCH:R IEO:CA SIE:E COL:E INS:E ORG:E HR:E AAO:E RES:E STU:E LOG:E SEC:E DEP:E"),
        ("exchange.request", null, "SCH:A IEO:V SIE:C COL:C INS:C ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.consultation", null, "SCH:R IEO:RC SIE:C COL:C INS:C ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C FIN:C LAW:C DEP:C"),
        ("exchange.partner", null, "SCH:R IEO:AE SIE:C COL:C INS:C ORG:r HR:r AAO:r RES:C STU:r DEP:C"),
        ("exchange.agreement", null, "SCH:A LEG:A IEO:VFE SIE:CV COL:CE INS:CE HR:V AAO:V RES:V DEP:CV FIN:V LAW:V"),
        ("exchange.project", "teaching", "SCH:A IEO:VF SIE:r COL:CE AAO:V STU:r"),
        ("exchange.project", "standard", "SCH:R IEO:F COL:CE AAO:AE"),
        ("exchange.project", "research", "SCH:A IEO:VF COL:CE INS:CE RES:VE"),
        ("exchange.event", null, "SCH:A IEO:VF SIE:r COL:CE INS:CE RES:V LOG:r SEC:r DEP:C"),
        ("exchange.staff-trip", null, "SCH:A IEO:CVF SIE:CE COL:CE INS:CE ORG:CV HR:CV AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.trip-summary", null, "SCH:R IEO:CFA SIE:C COL:C INS:C ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.political-review", null, "SCH:r IEO:r COL:r ORG:CA HR:r STU:r"),
        ("exchange.travel-document", "official", "SCH:R IEO:KE COL:r HR:r"),
        ("exchange.travel-document", "private", "SCH:R ORG:KE"),
        ("exchange.outbound-programme", "AAO", "SCH:R IEO:VF COL:CE AAO:AE STU:V"),
        ("exchange.outbound-programme", "STU", "SCH:R IEO:VF COL:CE STU:AE"),
        ("exchange.outbound-programme", "IEO", "SCH:R IEO:VFAE COL:CE STU:V"),
        ("exchange.outbound-programme", "open", "SCH:R IEO:VF COL:CE STU:V"),
        ("exchange.outbound-student", "AAO", "SCH:R IEO:RF COL:CV ORG:r AAO:A STU:VE STUDENT:Cr"),
        ("exchange.outbound-student", "STU", "SCH:R IEO:RF COL:CV ORG:r STU:VE STUDENT:Cr"),
        ("exchange.outbound-student", "IEO", "SCH:R IEO:RF COL:CV ORG:r STU:VE STUDENT:Cr"),
        ("exchange.grant", "AAO", "SCH:R IEO:r COL:r AAO:A"),
        ("exchange.grant", "STU", "SCH:R IEO:r COL:r STU:A"),
        ("exchange.credit-recognition", null, "IEO:r COL:CV AAO:AE STUDENT:Cr"),
        ("exchange.teacher-plan", null, "SCH:A IEO:V COL:C INS:C HR:V AAO:r DEP:C"),
        ("exchange.foreign-teacher", null, "SCH:A IEO:VE COL:CE HR:V AAO:r LOG:r SEC:r TEACHER:r"),
        ("exchange.teacher-evaluation", null, "SCH:R IEO:R COL:CA HR:V AAO:r"),
        ("exchange.immigration-doc", "permit", "SCH:R IEO:KE SIE:r COL:r HR:r STU:r SEC:r STUDENT:r TEACHER:r"),
        ("exchange.immigration-doc", "temporary", "SCH:R IEO:r SIE:r COL:r STU:r SEC:KE STUDENT:r"),
        ("exchange.intl-student", "admission", "SCH:R IEO:R SIE:CA COL:r AAO:r STUDENT:r"),
        ("exchange.intl-student", "status", "SCH:R IEO:R SIE:CE COL:r AAO:A STU:r SEC:r STUDENT:r"),
        ("exchange.student-care", null, "SCH:R IEO:R SIE:E COL:E STU:AE SEC:V"),
        ("exchange.curriculum", "short", "IEO:r SIE:CE AAO:A"),
        ("exchange.curriculum", "degree", "IEO:r COL:C AAO:A"),
        ("exchange.course-item", "language", "IEO:r SIE:CE AAO:V"),
        ("exchange.course-item", "programme", "IEO:r COL:CE AAO:VA"),
        ("exchange.lodging", "teacher", "IEO:CE COL:r STU:r LOG:V SEC:r TEACHER:r"),
        ("exchange.lodging", "student", "SIE:CE COL:r STU:r LOG:V SEC:r STUDENT:r"),
        ("exchange.room", null, "IEO:R SIE:R COL:r LOG:CE"),
        ("exchange.counsellor", null, "IEO:r SIE:r COL:r STU:CAE"),
        ("exchange.graduation-review", null, "IEO:r SIE:V COL:C AAO:A"),
        ("exchange.certificate", "completion", "IEO:r SIE:KA STUDENT:r"),
        ("exchange.certificate", "graduation", "IEO:r COL:K AAO:A STUDENT:r"),
        ("exchange.student-reward", null, "SCH:R IEO:A SIE:C COL:C AAO:r STU:CV SEC:r"),
        ("exchange.incident", null, "SCH:R IEO:AE SIE:C COL:C INS:C ORG:r HR:r STU:CE LOG:C SEC:CE DEP:C"),
        ("exchange.external-filing", null, "SCH:R IEO:r SEC:CE"),
        ("exchange.coordination-meeting", null, "SCH:R IEO:CE SIE:V AAO:V STU:V"),
        ("exchange.award", null, "SCH:A IEO:CV SIE:r COL:C DEP:C"),
        ("exchange.violation", null, "SCH:A IEO:CV SIE:r ORG:V HR:V"),
        ("exchange.confidentiality-review", null, "SCH:R IEO:A SIE:C COL:C INS:C ORG:C HR:C AAO:C RES:C STU:C LOG:C SEC:C DEP:C"),
        ("exchange.logistics-order", null, "IEO:C SIE:C COL:C LOG:AE SEC:C"),
        ("exchange.regulation", null, "SCH:A IEO:CE SIE:V COL:r INS:r ORG:r HR:r AAO:V RES:r STU:V LOG:r SEC:r DEP:r"),
    ];

    private static readonly Dictionary<string, IReadOnlyList<Grant>> _grants =
        _rows.GroupBy(row => row.Type, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => (IReadOnlyList<Grant>)[.. rows.SelectMany(row => Read(row.Cells, row.Facet))], StringComparer.Ordinal);

    /// <summary>The rows of a type.</summary>
    public static IReadOnlyList<Grant> Of(string type) => _grants[type];

    /// <summary>
    /// The rows of a type about people from abroad. An office has no students or teachers of its own, so its r reaches those of the whole school; without
    /// this 学生工作部 could look after nobody and 保卫处 would know nobody's permit. The r of 后勤处 is for the lodging alone, a type of its own.
    /// </summary>
    public static IReadOnlyList<Grant> OfPeople(string type) =>
        [.. Of(type).Select(grant => grant.Act == Act.ReadOwn && grant.UnitRole != Offices.Logistics && _offices.Contains(grant.UnitRole) ? grant with { Act = Act.ReadAll } : grant)];

    // The document gives some rows no C: those are entered by whoever keeps or issues, carries out, or decides them.
    private static IEnumerable<Grant> Read(string cells, string? facet)
    {
        var grants = Grant.Row(cells, facet);
        var entry = new[] { Act.Create, Act.Custody, Act.Execute, Act.Decide }.First(act => grants.Any(grant => grant.Act == act));
        return entry == Act.Create ? grants : grants.Concat(grants.Where(grant => grant.Act == entry).Select(grant => grant with { Act = Act.Create }));
    }
}
