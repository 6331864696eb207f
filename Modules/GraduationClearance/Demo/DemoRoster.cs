using System.Globalization;
using Portal.GraduationClearance.Roster;

namespace Portal.GraduationClearance.Demo;

/// <summary>Made-up students: the seed's ninety-nine of 马克思主义学院, and others so that the scheme has the size of a real one.</summary>
internal static class DemoRoster
{
    private static readonly string[] _seedNames = ["张思", "李思", "王思", "赵思", "孙思", "周思", "吴思", "郑思", "冯思", "陈思", "林思", "周思", "吴思", "郑思"];
    private static readonly string[] _surnames = ["张", "李", "王", "赵", "孙", "吴", "郑", "冯", "陈", "林", "何", "郭", "马", "罗", "梁", "宋", "谢", "韩", "唐", "许", "邓", "曹", "彭", "曾", "萧"];
    private static readonly string[] _givenNames = ["文", "雨晨", "子涵", "佳怡", "浩然", "思远", "明哲", "若曦", "俊杰", "欣怡", "志强", "晓东", "婉清", "一鸣", "静", "磊", "雪", "鹏", "嘉", "晨曦", "梦瑶", "伟", "丽"];

    // 住宿信息 of the seed's fourteen students; a missing room occurs (seed item 25).
    private static readonly Dictionary<int, string> _seedDormitories = new()
    {
        [1] = "东区-研8号楼-2层-246-01床",
        [8] = "东区-研1号楼-2层--01床",
        [9] = "东区-研1号楼-2层--02床",
        [10] = "东区-研1号楼-2层--03床",
        [11] = "东区-研1号楼-2层--04床",
        [12] = "东区-研1号楼-2层--01床",
        [13] = "东区-研1号楼-2层--02床",
        [14] = "东区-研1号楼-2层--03床",
    };

    private static readonly int[] _seedWomen = [3, 4, 6, 8, 9, 10, 11, 12, 13, 14];

    public static IEnumerable<RosterStudent> MarxismStudents(long departmentId) =>
        Enumerable.Range(1, 99).Select(number => new RosterStudent
        {
            StudentNo = Text(2020010100 + number),
            ExamNo = Text(104910000000 + number),
            Name = number <= _seedNames.Length ? _seedNames[number - 1] : NameOf(number),
            Gender = number <= 14 ? (_seedWomen.Contains(number) ? "女" : "男") : number % 2 == 0 ? "女" : "男",
            IdCardNo = number == 1 ? "110101199601010001" : $"11010119970101{number:0000}",
            BirthDate = new DateOnly(number == 1 ? 1996 : 1997, 1, 1),
            DepartmentId = departmentId,
            Major = number is 2 or 3 || number % 5 == 0 ? "科学技术哲学--硕博" : "马克思主义理论--硕博",
            ClassName = number is 2 or 3 || number % 5 == 0 ? "科学技术哲学" : "马克思主义理论",
            Grade = "2020",
            StudentCategory = "学历硕士",
            EducationLevel = "硕士",
            HukouTransfer = number is 5 or 12 || (number > 14 && number % 9 == 0),
            Dormitory = number <= 14 ? _seedDormitories.GetValueOrDefault(number, "") : number % 3 == 0 ? "" : Dormitory(number),
        });

    /// <param name="college">Two digits of the 学号: 02 for 地球科学学院, then on.</param>
    /// <param name="count">How many students.</param>
    /// <param name="departmentId">The college.</param>
    /// <param name="major">One major for all, enough for a demo.</param>
    public static IEnumerable<RosterStudent> Students(int college, int count, long departmentId, string major) =>
        Enumerable.Range(1, count).Select(number => new RosterStudent
        {
            StudentNo = Text(2020000000 + (college * 10000) + 200 + number),
            ExamNo = Text(104910000000 + (college * 1000) + number),
            Name = NameOf((college * 37) + number),
            Gender = number % 2 == 0 ? "女" : "男",
            IdCardNo = $"4201{college:00}1997{1 + (number % 12):00}{1 + (number % 28):00}{number:0000}",
            BirthDate = new DateOnly(1997, 1 + (number % 12), 1 + (number % 28)),
            DepartmentId = departmentId,
            Major = $"{major}--硕士",
            ClassName = $"{major}{1 + (number / 30)}班",
            Grade = "2020",
            StudentCategory = number % 11 == 0 ? "学历博士" : "学历硕士",
            EducationLevel = number % 11 == 0 ? "博士" : "硕士",
            HukouTransfer = number % 7 == 0,
            Dormitory = number % 4 == 0 ? "" : Dormitory(number),
        });

    private static string NameOf(int number) => _surnames[number * 7 % _surnames.Length] + _givenNames[number * 11 % _givenNames.Length];

    private static string Dormitory(int number) => $"东区-研{1 + (number % 8)}号楼-{1 + (number % 6)}层-{1 + (number % 6)}{number % 40:00}-0{1 + (number % 4)}床";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
