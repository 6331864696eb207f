namespace Portal.Organisation.SignIn;

/// <summary>A person as sign-in sees it.</summary>
internal sealed class Account
{
    public long Id { get; init; }

    public string AccountName { get; init; } = "";

    public string Name { get; init; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public int AccessFailedCount { get; set; }

    public DateTime? LockoutEnd { get; set; }

    public bool MustChangePassword { get; set; }

    public bool IsDisabled { get; init; }

    public int Version { get; set; }

    /// <summary>Password or security stamp differ from the database.</summary>
    public bool IsChanged { get; set; }
}
