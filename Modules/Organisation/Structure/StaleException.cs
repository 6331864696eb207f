namespace Portal.Organisation.Structure;

/// <summary>Somebody changed the record after the form was opened. The page shows both and lets the person choose.</summary>
internal sealed class StaleException : Exception;
