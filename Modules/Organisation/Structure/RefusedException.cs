namespace Portal.Organisation.Structure;

/// <summary>The change cannot be made as things stand; the message, in Chinese, is shown beside the form. Rolls the transaction back.</summary>
internal sealed class RefusedException(string message) : Exception(message);
