namespace Portal.Toolkit.Records.Access;

/// <summary>A unit that has to do with a record.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IsOwn">Its own or a partner's; false for one that only had a step of its route.</param>
public sealed record RecordUnit(long UnitId, bool IsOwn);
