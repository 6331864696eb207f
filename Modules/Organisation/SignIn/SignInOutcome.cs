namespace Portal.Organisation.SignIn;

internal enum SignInOutcome
{
    SignedIn,
    MustChangePassword,
    Wrong,
    Locked,
}
