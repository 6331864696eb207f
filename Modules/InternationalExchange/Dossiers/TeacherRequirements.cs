namespace Portal.InternationalExchange.Dossiers;

/// <summary>What the dossier of a foreign teacher must hold: unit, article, and from when.</summary>
internal static class TeacherRequirements
{
    public static IReadOnlyList<RequiredItem> All { get; } =
    [
        RequiredItem.OfTeacher("noCrime", Offices.College, "第八条（四）", Always),
        RequiredItem.OfTeacher("health", Offices.College, "第八条（四）", Always),
        RequiredItem.OfTeacher("diploma", Offices.College, "第八条（四）", Always),
        new("护照在有效期内", "Passport in force", Offices.Teacher, "第六条（八）")
        {
            When = Always,
            Done = file => file.Person.Date("passportExpires") >= file.Today,
            By = file => file.Person.Date("passportExpires"),
            Advice = "请尽快换发护照，并告知国际交流处",
            AdviceEnglish = "Renew your passport and tell the Office of International Exchange",
        },
        new("资格审查", "Qualification review", Offices.College, "第八条（四）") { When = Always, Done = file => file.Person.Has("qualifiedOn") },
        new("考核", "Assessment", Offices.College, "第八条（四）") { When = file => file.Person.Has("qualifiedOn"), Done = file => file.Person.Has("assessmentScore") },
        new("人事处审核", "Review by human resources", Offices.Personnel, "第九条（二）2") { When = file => file.Person.Has("assessmentScore"), Done = file => file.Person.Has("hrOpinion") },
        new("学校批准", "Approval by the university", Offices.School, "第八条（四）") { When = file => file.Person.IsIn("to-school", "approved", "visa", "in-post"), Done = file => !file.Person.IsIn("to-school") },
        new("聘用合同", "Contract", Offices.Exchange, "第六条（八）") { When = IsHired, Done = file => file.Person.Has("contractTo") },
        new("工作许可", "Work permit", Offices.Exchange, "第六条（八）")
        {
            When = IsHere,
            Done = file => file.Person.Has("workPermitNo") || file.HasValid("work"),
            Advice = "请配合国际交流处办理",
            AdviceEnglish = "The Office of International Exchange applies with you",
        },
        new("居留许可", "Residence permit", Offices.Exchange, "第六条（八）")
        {
            When = IsHere,
            Done = file => file.HasValid("residence"),
            By = file => file.Permit("residence") is { } permit ? file.LightOf(permit).By : null,
            Advice = "请带护照和照片到国际交流处办理",
            AdviceEnglish = "Apply at the Office of International Exchange with your passport and a photograph",
        },
        new("住宿安排", "Place to live", Offices.Exchange, "第六条（八）") { When = IsHere, Done = file => file.Stay is not null },
        new("住宿登记证明", "Registration of residence", Offices.Exchange, "第六条（八）")
        {
            When = file => IsHere(file) && file.Stay is not null,
            Done = file => file.HasValid("temporary"),
            By = file => file.Permit("temporary") is { } permit ? file.LightOf(permit).By : null,
            Advice = "入住后 24 小时内与国际交流处一起登记",
            AdviceEnglish = "Register within 24 hours of moving in, together with the Office of International Exchange",
        },
    ];

    private static bool Always(PersonFile file) => true;

    private static bool IsHired(PersonFile file) => file.Person.IsIn("visa", "in-post");

    private static bool IsHere(PersonFile file) => file.Person.IsIn("in-post");
}
