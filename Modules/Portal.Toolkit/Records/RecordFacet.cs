namespace Portal.Toolkit.Records;

/// <summary>A part of a type with a row of its own in the matrix: official and private documents. Computed from the record when it is saved.</summary>
/// <param name="Key">As grants name it and the database keeps it.</param>
/// <param name="Label">因公证照.</param>
public sealed record RecordFacet(string Key, string Label);
