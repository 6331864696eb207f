using Portal.InternationalExchange.Dossiers;
using Portal.InternationalExchange.Pages.Dossier;
using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Dossiers;

public sealed class WordsTests
{
    private static readonly RecordType[] _types = [new IntlStudentType(), new ForeignTeacherType(), new CertificateType(), new ImmigrationDocType()];

    [Fact]
    public void Each_state_and_choice_that_people_from_abroad_read_has_english()
    {
        var states = _types[..3].SelectMany(type => type.States).Select(state => state.Label);
        var choices = _types.SelectMany(type => type.Fields).Where(field => field.English.Length > 0 || field.Id == "kind").SelectMany(field => field.Choices).Select(choice => choice.Label);
        Assert.Empty(states.Concat(choices).Where(word => EnglishWords.Of(word).Length == 0).Distinct());
    }

    [Fact]
    public void Each_line_of_the_checklists_has_english_an_office_and_an_article()
    {
        foreach (var item in StudentRequirements.All.Concat(TeacherRequirements.All))
        {
            Assert.NotEqual("", item.English);
            Assert.NotEqual("", UnitNames.Of(item.Unit));
            Assert.NotEqual("", UnitNames.English(item.Unit));
            Assert.StartsWith("第", item.Article, StringComparison.Ordinal);
            Assert.Equal(item.Advice.Length > 0, item.AdviceEnglish.Length > 0);
        }
    }
}
