using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Exchange;

/// <summary>A student from abroad from admission to certificate: each office of the measures at a window of its own, and the student on a phone.</summary>
public sealed class StudentJourneyTests(ExchangePortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<ExchangePortal>
{
    private const string Students = "/internationalexchange/students";
    private const string OwnFile = "/internationalexchange/dossier";

    [Fact]
    [Trait("Case", "exchange:37")]
    public async Task A_student_from_abroad_from_admission_to_the_certificate()
    {
        var international = await OpenAsync("sie1");
        var (student, no) = await AdmitAsync(international);
        await AssignCounsellorAsync(await OpenAsync("stu1"), no);
        await PermitAsync(await OpenAsync("ieo1"));
        await LodgeAsync(international, no);
        await RegisterResidenceAsync(await OpenAsync("sec1"));
        await LookAtOwnFileAsync("own-file-enrolled", "在读", "Enrolled", "Certificate of temporary residence");

        await international.GotoAsync(student);
        await Expect(international.Locator("#file-owed")).ToContainTextAsync("经济证明");
        await Expect(international.Locator("#file-owed")).Not.ToContainTextAsync("居留许可");
        await international.ExpectSoundAsync("student-dossier");
        await international.GotoAsync($"{Students}?list=incomplete");
        await international.ExpectSoundAsync("student-list");

        await GraduateAsync(no);
        await international.GotoAsync(student);
        await Expect(international.Locator("#main")).ToContainTextAsync("毕业");
        await CertifyAsync(no);
        await LookAtOwnFileAsync("own-file-graduated", "毕业", "Graduated", "B2026001");
    }

    [Fact]
    public async Task Staff_pages_fit_a_phone_and_the_pipeline_is_sound()
    {
        foreach (var (account, address, picture) in new[] { ("sie1", Students, "student-list"), ("colA1", "/internationalexchange/teachers", "teacher-pipeline") })
        {
            foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
            {
                var page = await OpenAsync(account, screen);
                await page.GotoAsync(address);
                await page.ExpectSoundAsync(picture);
            }
        }
    }

    private static async Task<(string Address, string No)> AdmitAsync(IPage page)
    {
        var address = await page.DraftAsync(
            "exchange.intl-student",
            ("kind", "degree"), ("name", "NGUYEN VAN AN"), ("chineseName", "阮文安"), ("nationality", "越南"), ("passportNo", "C4471902"), ("passportExpires", "2031-05-01"),
            ("birthOn", "2005-08-19"), ("collegeUnit", "工程学院"), ("major", "机械工程"), ("emergency", "父亲 0084 24 3825"));
        await page.AttachAsync("passportCopy");
        await page.SubmitAsync();
        await page.MoveAsync("admit", ("admissionNo", "LQ2026001"), ("jw202", "JW2026001"));
        await page.MoveAsync("arrive", ("arrivedOn", "2026-03-01"));
        await page.MoveAsync("register", ("registeredOn", "2026-03-02"), ("studentNo", "L2026001"));
        await KeepAsync(page, "account", "nguyen");
        await Expect(page.Locator("#file-owed")).ToContainTextAsync("学生工作部（处）");
        return (address, await page.Locator(".id-number").First.InnerTextAsync());
    }

    private static async Task AssignCounsellorAsync(IPage page, string no)
    {
        await page.GotoAsync($"{Students}?list=counsellor");
        await Expect(page.Locator("#students")).ToContainTextAsync(no);
        await page.ExpectSoundAsync("student-no-counsellor");
        await page.DraftAsync("exchange.counsellor", ("staff", "stuh"), ("selectedOn", "2026-03-01"));
        await page.SubmitAsync();
        await KeepAsync(page, "students", no);
        await page.GotoAsync($"{Students}?list=counsellor");
        await Expect(page.Locator("#main")).Not.ToContainTextAsync(no);
    }

    private static async Task PermitAsync(IPage page)
    {
        await page.GotoAsync("/workbench/records/exchange.immigration-doc?kind=residence&state=to-apply");
        await page.Locator("#records [data-row-link]").First.ClickAsync();
        await page.MoveAsync("apply", ("appliedOn", "2026-03-01"));
        await page.MoveAsync("issue", ("number", "R2026001"), ("issuedOn", "2026-03-02"), ("expiresOn", "2027-03-01"));
        await Expect(page.Locator(".state").First).ToContainTextAsync("有效");
    }

    private async Task LodgeAsync(IPage page, string no)
    {
        var logistics = await OpenAsync("log1");
        await logistics.DraftAsync("exchange.room", ("building", "国际楼"), ("number", "305"), ("capacity", "2"));
        await logistics.SubmitAsync();
        var room = await logistics.Locator(".id-number").First.InnerTextAsync();
        await page.DraftAsync("exchange.lodging", ("kind", "student"), ("student", no), ("room", room), ("from", "2026-03-02T09:00"));
        await page.SubmitAsync();
    }

    private static async Task RegisterResidenceAsync(IPage page)
    {
        await page.GotoAsync("/workbench/records/exchange.immigration-doc?kind=temporary");
        await page.Locator("#records [data-row-link]").First.ClickAsync();
        await page.MoveAsync("issue", ("number", "临2026001"), ("issuedOn", "2026-03-02"));
        await Expect(page.Locator(".state").First).ToContainTextAsync("有效");
    }

    private async Task GraduateAsync(string no)
    {
        var college = await OpenAsync("colA1");
        var review = await college.DraftAsync(
            "exchange.graduation-review", ("student", no), ("credits", "160"), ("required", "155"), ("conduct", "遵纪守法，学习努力"), ("fees", "true"));
        await college.SubmitAsync();
        foreach (var account in new[] { "colAh", "sie1", "aao1" })
            await (await OpenAsync(account)).PassAsync(review);
    }

    private async Task CertifyAsync(string no)
    {
        var college = await OpenAsync("colA1");
        var certificate = await college.DraftAsync("exchange.certificate", ("kind", "graduation"), ("student", no));
        await college.SubmitAsync();
        var academic = await OpenAsync("aao1");
        await academic.GotoAsync(certificate);
        await academic.MoveAsync("release", ("certificateNo", "B2026001"));
        await college.GotoAsync(certificate);
        await college.MoveAsync("issue", ("issuedOn", "2026-03-02"), ("receivedBy", "本人"));
        await Expect(college.Locator(".state").First).ToContainTextAsync("已颁发");
    }

    private async Task LookAtOwnFileAsync(string picture, params string[] texts)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            var own = await OpenAsync("nguyen", screen);
            await own.GotoAsync(OwnFile);
            foreach (var text in texts)
                await Expect(own.Locator("#main")).ToContainTextAsync(text);
            await own.ExpectSoundAsync(picture);
        }
    }

    private static async Task KeepAsync(IPage page, string field, string value)
    {
        await page.Locator("#kept > summary").ClickAsync();
        await page.Locator($"#keep-form [name='{field}']").First.FillAsync(value);
        await page.Locator("#keep-form .form-actions button").ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已更新");
    }
}
