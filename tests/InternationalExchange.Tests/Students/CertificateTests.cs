using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;

namespace Portal.InternationalExchange.Tests.Students;

public sealed class SqliteCertificateTests(CaseFixture<Sqlite> portal) : CertificateTests<Sqlite>(portal);

public sealed class MariaDbCertificateTests(CaseFixture<MariaDb> portal) : CertificateTests<MariaDb>(portal);

[Trait("Case", "exchange:37")]
public abstract class CertificateTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Certificate = "exchange.certificate";

    [Fact]
    public async Task A_graduation_certificate_waits_for_the_confirmation_of_academic_affairs()
    {
        var student = await portal.RegisteredAsync();
        var no = await portal.NoAsync(student);
        var certificate = (await portal.As("colA1").CreateAsync(Certificate, ("kind", "graduation"), ("student", no))).Id;
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(certificate));
        Assert.StartsWith("毕业资格未经教务处确认", refused.Message, StringComparison.Ordinal);

        var review = (await portal.As("colA1").SubmitNewAsync(
            "exchange.graduation-review", ("student", no), ("credits", "160"), ("required", "155"), ("conduct", "良好"), ("fees", "true"))).Id;
        Assert.Equal("graduation-review", await portal.StateAsync(student));
        await portal.As("colAh").DecideAsync(review);
        await portal.As("sie1").DecideAsync(review);
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(certificate));
        await portal.As("aao1").DecideAsync(review);
        Assert.Equal("graduated", await portal.StateAsync(student));

        await portal.As("colA1").SubmitAsync(certificate);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(certificate, "release", ("certificateNo", "B2026001")));
        await portal.As("aao1").MoveAsync(certificate, "release", ("certificateNo", "B2026001"));
        await portal.As("colA1").MoveAsync(certificate, "issue", ("issuedOn", "2026-03-02"), ("receivedBy", "本人"));
        Assert.Equal("issued", await portal.StateAsync(certificate));
    }

    [Fact]
    public async Task A_completion_certificate_is_issued_by_the_international_college_alone_with_a_number_of_its_own()
    {
        var (first, second) = (await portal.RegisteredAsync("language"), await portal.RegisteredAsync("language"));
        await Assert.ThrowsAsync<RecordForbiddenException>(async () => await portal.As("aao1").CreateAsync(Certificate, ("kind", "completion"), ("student", await portal.NoAsync(first))));
        var issued = await CompletionAsync(first);
        await portal.As("sie1").MoveAsync(issued, "release", ("certificateNo", "J2026001"));
        await portal.As("sie1").MoveAsync(issued, "issue", ("issuedOn", "2026-03-02"), ("receivedBy", "本人"));
        var other = await CompletionAsync(second);
        var taken = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sie1").MoveAsync(other, "release", ("certificateNo", "J2026001")));
        Assert.StartsWith("这个证书编号已经使用", taken.Message, StringComparison.Ordinal);
        await portal.As("sie1").MoveAsync(other, "release", ("certificateNo", "J2026002"));
    }

    [Fact]
    public async Task A_degree_student_gets_no_completion_certificate()
    {
        var student = await portal.RegisteredAsync();
        var certificate = await portal.As("sie1").CreateAsync(Certificate, ("kind", "completion"), ("student", await portal.NoAsync(student)));
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("sie1").SubmitAsync(certificate.Id));
    }

    [Fact]
    public async Task Only_the_own_college_reviews_a_student()
    {
        var student = await portal.RegisteredAsync();
        var review = await portal.As("colB1").CreateAsync(
            "exchange.graduation-review", ("student", await portal.NoAsync(student)), ("credits", "160"), ("required", "155"), ("conduct", "良好"), ("fees", "true"));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colB1").SubmitAsync(review.Id));
        Assert.StartsWith("只能审核本单位的留学生", refused.Message, StringComparison.Ordinal);
    }

    private async Task<long> CompletionAsync(long student) =>
        (await portal.As("sie1").SubmitNewAsync(Certificate, ("kind", "completion"), ("student", await portal.NoAsync(student)))).Id;
}
