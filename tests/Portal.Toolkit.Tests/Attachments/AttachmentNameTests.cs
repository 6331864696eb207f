using Portal.Toolkit.Attachments;

namespace Portal.Toolkit.Tests.Attachments;

[Trait("Case", "transfer:22")]
public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("../../etc/x.pdf", "x.pdf")]
    [InlineData(@"C:\fakepath\证明.pdf", "证明.pdf")]
    [InlineData(@"..\..\a.pdf", "a.pdf")]
    [InlineData("a\0b\r\n.pdf", "ab.pdf")]
    [InlineData("  x.pdf . ", "x.pdf")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("a\uD83D.pdf", "a.pdf")]
    [InlineData("..", "")]
    public void Only_the_visible_last_part_stays(string raw, string clean) => Assert.Equal(clean, AttachmentName.Clean(raw, 100));

    [Theory]
    [InlineData(300)]
    [InlineData(101)]
    [InlineData(100)]
    public void A_name_is_never_longer_than_allowed_and_keeps_its_extension(int length)
    {
        var name = AttachmentName.Clean($"{new string('字', length - 4)}.pdf", 100);
        Assert.Equal(100, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.exe.pdf", true)]
    [InlineData("a.JS .pdf", true)]
    [InlineData("a.docm.pdf", true)]
    [InlineData("张三.2026.03.pdf", false)]
    [InlineData("exe.pdf", false)]
    [InlineData("v1.2 final.pdf", false)]
    public void A_program_in_front_of_the_last_extension_is_seen(string name, bool hides) => Assert.Equal(hides, AttachmentName.HidesProgram(name));
}
