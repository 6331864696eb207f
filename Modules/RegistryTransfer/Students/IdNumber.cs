using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Students;

/// <summary>身份证件号 of any type: its one written form, its mask, what is wrong with it.</summary>
internal static class IdNumber
{
    private const int MaxLength = 20;

    public static string? Normalize(string? text) => string.IsNullOrWhiteSpace(text) ? null : IdCardNumber.Normalize(text);

    /// <summary>4499************32.</summary>
    public static string Mask(string? number) => number is null ? "" : number.Length > 8
        ? $"{number[..4]}{new string('*', number.Length - 6)}{number[^2..]}"
        : new string('*', number.Length);

    /// <param name="type">Of the document.</param>
    /// <param name="number">Normalised; null for none.</param>
    /// <param name="birthDate">An ID card says it too.</param>
    /// <param name="gender">1 for boys; an ID card says it too.</param>
    /// <param name="today">Nobody is born later.</param>
    public static string? FindFault(IdType type, string? number, DateOnly birthDate, int gender, DateOnly today)
    {
        if (number is null)
            return type == IdType.Other ? null : $"证件类型为{Words.Of(type)}时须填写证件号";
        if (type != IdType.ResidentCard)
            return number.Length <= MaxLength && number.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? null : $"证件号只能用字母和数字，不超过{MaxLength}位";
        if (IdCardNumber.FindFault(number, today) is { } fault)
            return fault;
        if (IdCardNumber.BirthDate(number) != birthDate)
            return "出生日期与身份证号不一致，请核对";
        return IdCardNumber.Gender(number) == Words.OfGender(gender) ? null : "性别与身份证号不一致，请核对";
    }
}
