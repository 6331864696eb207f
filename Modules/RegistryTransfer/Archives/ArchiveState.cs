namespace Portal.RegistryTransfer.Archives;

/// <summary>State of 调档, a row of <c>registrytransfer_archive_transfer</c>.</summary>
internal enum ArchiveState
{
    Queued,

    /// <summary>A worker holds the row until its lease ends.</summary>
    Running,

    Done,

    /// <summary>The last start failed; it is tried again until the application itself is given up as 调档失败.</summary>
    Failed,
}
