using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Supervision;

public sealed class BureauResolutionTests
{
    private const long Province = 1;
    private const long City = 2;
    private const long District = 3;
    private const long StraightCity = 4;
    private const long CountyCity = 5;
    private const long Municipality = 10;
    private const long MunicipalDistrict = 11;

    private static readonly BureauCandidate[] _province =
    [
        Bureau(Province, UnitLevel.Province, "440000", 0),
        Bureau(City, UnitLevel.City, "449900", Province),
        Bureau(District, UnitLevel.District, "449901", City),
        Bureau(StraightCity, UnitLevel.City, "441900", Province),
        Bureau(CountyCity, UnitLevel.District, "449001", City),
    ];

    private static readonly BureauCandidate[] _municipality =
    [
        Bureau(Municipality, UnitLevel.Province, "110000", 0),
        Bureau(MunicipalDistrict, UnitLevel.District, "119901", Municipality),
    ];

    [Theory]
    [Trait("Case", "transfer:5")]
    [InlineData(UnitLevel.Province, "449901", null, Province)]
    [InlineData(UnitLevel.City, "449901", null, City)]
    [InlineData(UnitLevel.District, "449901", null, District)]
    [InlineData(UnitLevel.District, "449901", UnitLevel.City, City)]
    [InlineData(UnitLevel.District, "449901", UnitLevel.Province, Province)]
    [InlineData(UnitLevel.City, "449901", UnitLevel.District, District)]
    [InlineData(UnitLevel.Province, "449901", UnitLevel.City, Province)]
    [InlineData(UnitLevel.District, "441900", null, StraightCity)]
    [InlineData(UnitLevel.City, "441900", null, StraightCity)]
    [InlineData(UnitLevel.District, "441901", null, StraightCity)]
    [InlineData(UnitLevel.City, "449001", null, City)]
    [InlineData(UnitLevel.District, "448801", null, null)]
    [InlineData(UnitLevel.City, "448801", null, null)]
    [InlineData(UnitLevel.District, "", null, null)]
    public void In_a_province_the_level_names_the_bureau(UnitLevel runLevel, string region, UnitLevel? rule, long? expected) =>
        Assert.Equal(expected, BureauResolution.Resolve(School(runLevel, region, Province), rule, _province));

    [Theory]
    [InlineData(UnitLevel.Province, "119901", null, Municipality)]
    [InlineData(UnitLevel.District, "119901", null, MunicipalDistrict)]
    [InlineData(UnitLevel.District, "119902", null, null)]
    [InlineData(UnitLevel.City, "119901", null, null)]
    [InlineData(UnitLevel.District, "119901", UnitLevel.City, null)]
    public void A_municipality_has_districts_and_no_city(UnitLevel runLevel, string region, UnitLevel? rule, long? expected) =>
        Assert.Equal(expected, BureauResolution.Resolve(School(runLevel, region, Municipality), rule, _municipality));

    [Fact]
    public void Two_bureaus_for_one_region_are_no_answer() =>
        Assert.Null(BureauResolution.Resolve(School(UnitLevel.District, "449901", Province), null, [.. _province, Bureau(99, UnitLevel.District, "449901", City)]));

    [Fact]
    public void A_province_without_its_bureau_is_no_answer() =>
        Assert.Null(BureauResolution.Resolve(School(UnitLevel.Province, "449901", null), null, _province));

    private static SupervisedSchool School(UnitLevel runLevel, string region, long? provinceUnitId) =>
        new() { ProvinceId = 19, RegionCode = region, RunLevel = runLevel, ProvinceUnitId = provinceUnitId };

    private static BureauCandidate Bureau(long unitId, UnitLevel level, string region, long parentId) =>
        new() { UnitId = unitId, ParentId = parentId, Level = level, RegionCode = region };
}
