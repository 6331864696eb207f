namespace Portal.Toolkit.Records;

/// <summary>What a module brings to Records: its types and what they share. Registered by <see cref="RecordServices.AddRecords{T}"/>.</summary>
public abstract class RecordBook
{
    private IReadOnlyList<RecordType>? _types;

    /// <summary>Id of the module; its switch governs all pages of its records.</summary>
    public abstract string ModuleId { get; }

    /// <summary>国际交流与合作.</summary>
    public abstract string Title { get; }

    /// <summary>The columns of the matrix of units and records.</summary>
    public abstract IReadOnlyList<UnitRole> Roles { get; }

    /// <summary>Permission of whoever heads a unit, needed by steps of <see cref="UnitRole.OwnUnitHead"/>; null without such steps.</summary>
    public virtual string? HeadPermission => null;

    /// <summary>Numbers, switches and texts of the rules that an office keeps up.</summary>
    public virtual IReadOnlyList<RecordSetting> Settings => [];

    /// <summary>Permission to keep up settings and offices; null: nobody.</summary>
    public virtual string? SettingsPermission => null;

    /// <summary>Key of the office that is told of everything late by a week or more, sensitive types left out; null: nobody.</summary>
    public virtual string? LateOffice => null;

    /// <summary>Rules of all types.</summary>
    public virtual IReadOnlyList<RecordGuard> Guards => [];

    /// <summary>All record types of the assembly.</summary>
    public virtual IReadOnlyList<RecordType> Types => _types ??=
    [
        .. GetType().Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RecordType)) && !type.IsAbstract)
            .Select(type => (RecordType)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(type => type.Key, StringComparer.Ordinal),
    ];

    /// <summary>The unit role; null when there is none.</summary>
    public UnitRole? FindRole(string key) => Roles.FirstOrDefault(role => role.Key == key);
}
