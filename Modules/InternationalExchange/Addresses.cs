namespace Portal.InternationalExchange;

/// <summary>Addresses of the module's own pages below the portal's root, where code names them and not a page.</summary>
internal static class Addresses
{
    /// <summary>Where students and teachers from abroad read their own file.</summary>
    public const string OwnFile = "/internationalexchange/dossier";

    /// <summary>Students from abroad with what their dossiers lack.</summary>
    public const string StudentFiles = "/internationalexchange/students";
}
