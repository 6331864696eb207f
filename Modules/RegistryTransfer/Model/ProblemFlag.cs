namespace Portal.RegistryTransfer.Model;

/// <summary>问题学籍: why a record is in dispute; any but <see cref="None"/> blocks a transfer (check code 2003).</summary>
public enum ProblemFlag
{
    None,

    /// <summary>身份证件号重复.</summary>
    DuplicateIdNumber,

    /// <summary>身份证件号不存在.</summary>
    UnknownIdNumber,

    /// <summary>身份证件号与姓名不符.</summary>
    NameMismatch,

    /// <summary>姓名、性别、出生日期重复.</summary>
    SamePerson,
}
