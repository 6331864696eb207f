namespace Portal.Toolkit.Records.Reading;

/// <summary>A record that refers to another one.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Row">Without its values.</param>
/// <param name="FieldLabel">Label of the field by which it refers.</param>
public sealed record RecordLink(RecordType Type, RecordRow Row, string FieldLabel);

/// <summary>A type of which the current post may create a record that refers to the one shown.</summary>
/// <param name="Type">The type.</param>
/// <param name="Url">Its form, with the number filled in.</param>
public sealed record RecordLinkOffer(RecordType Type, string Url);

/// <summary>Model of the partial <c>_RecordLinks</c>.</summary>
/// <param name="Previous">The record it was copied from; null for most.</param>
/// <param name="Referring">Records that refer to it.</param>
/// <param name="Offers">What may be created that refers to it.</param>
public sealed record RecordLinksView(RecordFactLink? Previous, IReadOnlyList<RecordLink> Referring, IReadOnlyList<RecordLinkOffer> Offers);
