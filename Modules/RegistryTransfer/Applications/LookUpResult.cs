using Microsoft.AspNetCore.Http;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Outcome of 查询: a student with guards, a miss, or too many misses.</summary>
internal sealed record LookUpResult
{
    /// <summary>The same words for a wrong name and a wrong number.</summary>
    public static Finding Miss { get; } = new()
    {
        Code = "NOT_FOUND",
        Text = "未查询到匹配学生。请核对姓名和全国学籍号，两项都须与学籍里的一致。",
        Status = StatusCodes.Status200OK,
    };

    public static Finding Blocked { get; } = new()
    {
        Code = "TOO_MANY_MISSES",
        Text = "您一小时内未查到的次数已达上限，暂停查询并已记入审计。请向家长核对准确的姓名和全国学籍号，一小时后再查。",
        Status = StatusCodes.Status429TooManyRequests,
    };

    /// <summary>Null without a match.</summary>
    public Guards? Guards { get; init; }

    /// <summary>The limit of misses is reached; nothing was looked up.</summary>
    public bool IsBlocked { get; init; }
}
