using Microsoft.AspNetCore.Identity;

namespace Portal.Organisation.SignIn;

/// <summary>At least eight characters, letters and digits, and not the account itself.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const string Hint = "至少 8 位，同时含有字母和数字。";

    public static string? FindProblem(string account, string? password)
    {
        if (password is null || password.Length < 8)
            return "密码至少 8 位。";
        if (password.Length > 200)
            return "密码不能超过 200 位。";
        if (!password.Any(char.IsLetter) || !password.Any(char.IsAsciiDigit))
            return "密码要同时含有字母和数字。";
        return AccountNormalizer.Normalize(password) == AccountNormalizer.Normalize(account) ? "密码不能与账号相同。" : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(FindProblem(user.AccountName, password) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem })
            : IdentityResult.Success);
}
