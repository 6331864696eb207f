using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Demo;

/// <summary>A school of the fixture (domain §4.11).</summary>
internal sealed record DemoSchool(string Account, string Name, string Code, long ParentId, int ProvinceId, string RegionCode, UnitLevel RunLevel, Stages Stages)
{
    public SchoolFacts ToFacts() => new() { Code = Code, Name = Name, RegionCode = RegionCode, RunLevel = RunLevel, Stages = Stages };
}
