namespace Portal.InternationalExchange.Dossiers;

/// <summary>What the dossier of a student from abroad must hold: unit, article, and from when.</summary>
internal static class StudentRequirements
{
    private const int FullAge = 18;

    public static IReadOnlyList<RequiredItem> All { get; } =
    [
        RequiredItem.OfStudent("passportCopy", Offices.InternationalCollege, "第七条1", Always),
        RequiredItem.OfStudent("fundProof", Offices.InternationalCollege, "第七条1", Always),
        RequiredItem.OfStudent("languageProof", Offices.InternationalCollege, "第七条1", file => !file.Person.Is("kind", "language")),
        RequiredItem.OfStudent("guardian", Offices.InternationalCollege, "第七条1", IsMinor),
        new("护照在有效期内", "Passport in force", Offices.Student, "第六条（六）")
        {
            When = Always,
            Done = file => file.Person.Date("passportExpires") >= file.Today,
            By = file => file.Person.Date("passportExpires"),
            Advice = "请尽快换发护照，并把新护照交国际教育学院登记",
            AdviceEnglish = "Renew your passport and show the new one at the School of International Education",
        },
        RequiredItem.OfStudent("admissionNo", Offices.InternationalCollege, "第七条1", file => !file.Person.IsIn("applied")),
        RequiredItem.OfStudent("jw202", Offices.InternationalCollege, "第七条1", file => !file.Person.IsIn("applied")),
        RequiredItem.OfStudent("health", Offices.InternationalCollege, "第七条3", IsHere),
        RequiredItem.OfStudent("insurance", Offices.InternationalCollege, "第七条3", IsHere) with
        {
            Advice = "请购买来华留学生保险，并把保单号告诉国际教育学院",
            AdviceEnglish = "Take out student insurance and give the policy number to the School of International Education",
        },
        RequiredItem.OfStudent("registeredOn", Offices.InternationalCollege, "第七条3", IsHere) with
        {
            Advice = "请带护照到国际教育学院注册",
            AdviceEnglish = "Register in person with your passport at the School of International Education",
        },
        new("住宿安排", "Place to live", Offices.InternationalCollege, "第七条6") { When = IsHere, Done = file => file.Stay is not null },
        new("居留许可", "Residence permit", Offices.Exchange, "第六条（六）")
        {
            When = file => IsHere(file) && !file.Person.Is("kind", "language"),
            Done = file => file.HasValid("residence"),
            By = file => file.Permit("residence") is { } permit ? file.LightOf(permit).By : null,
            Advice = "请带护照和照片到国际交流处办理",
            AdviceEnglish = "Apply at the Office of International Exchange with your passport and a photograph",
        },
        new("有效的签证或居留许可", "Visa or residence permit in force", Offices.Exchange, "第六条（六）")
        {
            When = file => IsHere(file) && file.Person.Is("kind", "language"),
            Done = file => file.HasValid("residence", "visa"),
            By = file => file.Residence is { } permit ? file.LightOf(permit).By : null,
            Advice = "请把签证页交国际交流处登记",
            AdviceEnglish = "Show your visa at the Office of International Exchange",
        },
        new("临时居留（住宿登记）证明", "Certificate of temporary residence", Offices.Security, "第九条（七）")
        {
            When = file => IsHere(file) && file.Stay is not null,
            Done = file => file.HasValid("temporary"),
            By = file => file.Permit("temporary") is { } permit ? file.LightOf(permit).By : null,
            Advice = "入住后 24 小时内带护照到保卫处登记",
            AdviceEnglish = "Register at the Security Office with your passport within 24 hours of moving in",
        },
        RequiredItem.OfStudent("counsellor", Offices.StudentAffairs, "第九条（五）4", file => IsHere(file) && !file.Person.IsIn("arrived")),
        new("学籍异动确认", "Change of status confirmed", Offices.AcademicAffairs, "第九条（三）5") { When = file => file.Person.IsIn("suspending", "resuming", "dropping"), Done = _ => false },
        new("毕业资格确认", "Graduation confirmed", Offices.AcademicAffairs, "第九条（三）5")
        {
            When = file => file.Person.IsIn("graduation-review", "graduated"),
            Done = file => file.Reviews.Any(review => review.IsIn("approved", "closed", "archived")),
        },
        new("毕业证书", "Graduation certificate", Offices.College, "第八条（八）")
        {
            When = file => file.Person.IsIn("graduated"),
            Done = file => HasIssued(file, "graduation"),
            Advice = "请到所在学院领取",
            AdviceEnglish = "Collect it at your college",
        },
        new("结业证书", "Certificate of completion", Offices.InternationalCollege, "第七条2")
        {
            When = file => file.Person.IsIn("completed") && file.Person.Is("kind", "language"),
            Done = file => HasIssued(file, "completion"),
            Advice = "请到国际教育学院领取",
            AdviceEnglish = "Collect it at the School of International Education",
        },
    ];

    private static bool Always(PersonFile file) => true;

    /// <summary>From the arrival until he has left.</summary>
    private static bool IsHere(PersonFile file) => file.Person.IsIn("arrived", "registered", "suspending", "suspended", "resuming", "dropping", "graduation-review");

    private static bool IsMinor(PersonFile file) => file.Person.Date("birthOn")?.AddYears(FullAge) > file.Today;

    private static bool HasIssued(PersonFile file, string kind) => file.Certificates.Any(certificate => certificate.Is("kind", kind) && certificate.IsIn("issued"));
}
