namespace Portal.Toolkit.Notices;

/// <summary>Names by which <see cref="Notice.Permission"/> may address posts of a unit, beside permissions.</summary>
public interface INoticeAudience
{
    /// <summary>Those of the current post.</summary>
    IEnumerable<string> Names { get; }
}
