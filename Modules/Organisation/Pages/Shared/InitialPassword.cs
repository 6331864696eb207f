namespace Portal.Organisation.Pages.Shared;

/// <summary>A password to hand over, shown once; partial <c>_InitialPassword</c>.</summary>
public sealed record InitialPassword(string Name, string Account, string Password);
