namespace Portal.Toolkit.Attachments;

/// <summary>What may be attached to one kind of record; a module declares it once, as data.</summary>
public sealed record AttachmentPolicy
{
    /// <summary>Id of the module whose records own the files.</summary>
    public required string Module { get; init; }

    /// <summary>What the owner is, for example <c>application</c>; with the module it names the <see cref="IAttachmentAccess"/>.</summary>
    public required string OwnerKind { get; init; }

    /// <summary>The allow-list; everything else is refused with 415.</summary>
    public required IReadOnlyList<AttachmentKind> Kinds { get; init; }

    /// <summary>Files of one owner.</summary>
    public int MaxFiles { get; init; } = 5;

    /// <summary>Longer names are cut before their extension.</summary>
    public int MaxNameLength { get; init; } = 100;

    /// <summary>Whether <see cref="IAttachments.RemoveAsync"/> may take a file away from its owner.</summary>
    public bool AllowsRemoval { get; init; }

    /// <summary>For people: <c>.pdf 最大 5 MB；.jpg、.jpeg、.png 最大 2 MB；最多 5 个文件</c>.</summary>
    public string Hint =>
        $"{string.Join("；", Kinds.GroupBy(kind => kind.MaxBytes).Select(group => $"{string.Join("、", group.SelectMany(kind => kind.Extensions))} 最大 {FileSize.Text(group.Key)}"))}；最多 {MaxFiles} 个文件";

    /// <summary>For the <c>accept</c> of a file field.</summary>
    public string Accept => string.Join(',', Extensions);

    internal IEnumerable<string> Extensions => Kinds.SelectMany(kind => kind.Extensions);

    internal AttachmentKind? KindOf(string extension) => Kinds.FirstOrDefault(kind => kind.Extensions.Contains(extension));
}
