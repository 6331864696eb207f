using Portal.Modules;
using Portal.Units;

namespace Portal.Toolkit.Records.Access;

/// <summary>Opens record types by address.</summary>
public sealed class RecordTypeService(RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context)
{
    /// <summary>The type; null when no module has it, its module is off for the unit, or the post has nothing to do with it beside its own dossier: pages answer 404.</summary>
    public RecordType? Find(string key) => catalog.Find(key) is { } type && catalog.IsOn(type, modules, context) && access.MayOpen(type) && !access.IsPersonal(type) ? type : null;

    /// <summary>What the type's module calls its records: 国际交流与合作.</summary>
    public string TitleOf(RecordType type) => catalog.BookOf(type).Title;
}
