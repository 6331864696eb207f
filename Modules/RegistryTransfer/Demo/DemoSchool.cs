using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>A school of the fixture (domain §4.11).</summary>
internal sealed record DemoSchool(string Account, string Name, string Code, long ParentId, int ProvinceId, string RegionCode, UnitLevel RunLevel, Stages Stages);
