using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Demo;

/// <summary>ST1 to ST9 of domain §4.11, by account of their school.</summary>
internal static class DemoStudents
{
    public static IReadOnlyList<DemoStudent> All { get; } =
    [
        new("张示例", "G449901201503120132", "sb", "P5", "449901201503120132"),
        new("李示例", "G449901201106050249", "sb", "J3", "449901201106050249"),
        new("王示例", "L449901201608200421", "se", "P3"),
        new("买买提·示例", "J449901201608200040", "se", "P3"),
        new("赵示例", "G449901201409200179", "sb", "P6", "449901201409200179") { Problem = ProblemFlag.DuplicateIdNumber },
        new("孙示例", "G519901201108170066", "sc", "J3", "519901201108170066"),
        new("周示例", "G11990120151020002X", "sa", "P4", "11990120151020002X") { Status = EnrolmentStatus.Suspended },
        new("吴示例", "G519901201309080315", "sc", "J1", "519901201309080577"),
    ];
}
