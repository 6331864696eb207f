using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Portal.Organisation.SignIn;

/// <summary>Checks passwords and issues the cookie.</summary>
internal sealed class SignInService(
    SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher, UnknownAccounts unknown, SessionCommands sessions)
{
    private static readonly Account _nobody = new();
    private static readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<Account>().HashPassword(_nobody, "nobody"));

    public async Task<SignInOutcome> SignInAsync(string accountName, string password)
    {
        var account = await users.FindByNameAsync(accountName);
        if (account is null or { IsDisabled: true } or { PasswordHash: null })
            return RefuseUnknown(AccountNormalizer.Normalize(accountName), password);

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return SignInOutcome.Locked;
        if (!result.Succeeded)
            return SignInOutcome.Wrong;
        await BeginAsync(account);
        return account.MustChangePassword ? SignInOutcome.MustChangePassword : SignInOutcome.SignedIn;
    }

    /// <summary>Signs a person in without a password; the caller has made sure that this is allowed.</summary>
    public async Task<bool> SignInAsync(long personId)
    {
        if (await users.FindByIdAsync(personId.ToString(CultureInfo.InvariantCulture)) is not { IsDisabled: false } account)
            return false;
        await BeginAsync(account);
        return true;
    }

    /// <summary>Issues a new cookie with another post; the caller has made sure that the post belongs to the person.</summary>
    public async Task SwitchPostAsync(long personId, long postId)
    {
        if (await users.FindByIdAsync(personId.ToString(CultureInfo.InvariantCulture)) is { IsDisabled: false } account)
            await GoOnAsync(account, new Claim(PortalClaims.Post, postId.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Changes the person's own password and keeps the session and its post.</summary>
    /// <returns>What is wrong; null when it is done.</returns>
    public async Task<string?> ChangePasswordAsync(long personId, string current, string next, Claim? post)
    {
        if (await users.FindByIdAsync(personId.ToString(CultureInfo.InvariantCulture)) is not { IsDisabled: false } account)
            return "账号已停用，请联系管理员。";
        if (await users.IsLockedOutAsync(account))
            return "密码连续输错，账号已锁定。请 10 分钟后再试。";
        if (!await users.CheckPasswordAsync(account, current))
        {
            await users.AccessFailedAsync(account);
            return "原密码不正确，请重新输入。";
        }

        if (current == next)
            return "新密码不能与原密码相同。";
        account.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(account, current, next);
        if (!result.Succeeded)
            return result.Errors.First().Description;
        await GoOnAsync(account, post);
        return null;
    }

    /// <summary>Ends this sign-in wherever its cookie was copied to; the person's other sign-ins go on.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        if (Session is { } session)
            await sessions.EndAsync(session.Value, cancellationToken);
        await signIn.SignOutAsync();
    }

    private Claim? Session => signIn.Context.User.FindFirst(PortalClaims.Session);

    private Task BeginAsync(Account account) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(PortalClaims.Session, Guid.NewGuid().ToString("N"))]);

    private Task GoOnAsync(Account account, Claim? post) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: false, [.. new[] { Session, post }.OfType<Claim>().Select(claim => claim.Clone())]);

    // The same work and the same answers as for a known account: nobody learns which accounts exist.
    private SignInOutcome RefuseUnknown(string name, string password)
    {
        if (unknown.IsLocked(name))
            return SignInOutcome.Locked;
        hasher.VerifyHashedPassword(_nobody, _nobodysHash.Value, password);
        return unknown.CountFailure(name) ? SignInOutcome.Locked : SignInOutcome.Wrong;
    }
}
