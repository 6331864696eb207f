using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Demo;

/// <summary>The eight steps of the domain's fixture (§4f) with those who decide them.</summary>
internal sealed class DemoSteps(StepCommands steps, GrantCommands grants, IPostDirectory posts)
{
    public async Task CreateAsync(long schemeId, DemoUnits units, CancellationToken cancellationToken)
    {
        var roles = (await posts.ListRolesAsync(cancellationToken)).ToDictionary(role => role.Name, role => role.Id);
        await AddAsync(
            new() { Code = "E1", Name = "导师审核", UnitId = units.GraduateSchool, Contact = "各学院导师组", Guide = "请与导师确认论文归档和实验记录交接。" },
            new() { RoleId = roles[Permissions.SupervisorRole], CanRevoke = true });
        await AddAsync(
            new() { Code = "E2", Name = "图书馆", UnitId = units.Library, Place = "图书馆一楼总服务台", Hours = "工作日 8:30–17:00", Contact = "027-6788 0001", Guide = "归还全部图书并结清欠款。" },
            new() { RoleId = roles[Permissions.OperatorRole], UnitId = units.Library, Scope = GrantScope.WholeSchool, CanRevoke = true });
        await AddAsync(
            new() { Code = "E3", Name = "财务清算", UnitId = units.Finance, Place = "行政楼 105", Hours = "工作日 9:00–11:30，14:00–16:30", Contact = "027-6788 0002", Guide = "结清学费、住宿费，注销校园卡。" },
            new() { RoleId = roles[Permissions.OperatorRole], UnitId = units.Finance, Scope = GrantScope.WholeSchool, CanRevoke = true });
        var trainingUnit = await AddAsync(
            new() { Code = "E4", Name = "培养单位学工审核", UnitId = units.StudentAffairs, Place = "各学院学工组办公室", Contact = "各学院学工组", Guide = "交还学生证，核对档案去向。" },
            new() { RoleId = roles[Permissions.TrainingUnitRole], CanRevoke = true });
        await AddAsync(
            new() { Code = "E5", Name = "提交毕业生登记表", UnitId = units.GraduateSchool, Guide = "一式两份，导师和学院签字盖章。", PrerequisiteIds = [trainingUnit] },
            new() { RoleId = roles[Permissions.TrainingUnitRole] });
        await AddAsync(
            new() { Code = "E6", Name = "退宿", UnitId = units.Dormitories, AppliesToDormitory = true, Place = "各楼栋值班室", Hours = "每天 8:00–20:00", Contact = "027-6788 0003", Guide = "清空房间，交还钥匙，损坏照价赔偿。" },
            new() { RoleId = roles[Permissions.OperatorRole], UnitId = units.Dormitories, Scope = GrantScope.WholeSchool, CanRevoke = true });
        await AddAsync(
            new() { Code = "E7", Name = "户口迁出", UnitId = units.Security, AppliesToHukouTransfer = true, Place = "保卫处户籍室", Hours = "工作日 9:00–16:00", Contact = "027-6788 0004", Guide = "带身份证和迁入地址证明。" },
            new() { RoleId = roles[Permissions.OperatorRole], UnitId = units.Security, Scope = GrantScope.WholeSchool, CanRevoke = true });
        await steps.CreateAsync(
            schemeId,
            new() { Code = "E8", Name = "证书发放", UnitId = units.GraduateSchool, Mode = StepMode.Issue, IsFinal = true, Place = "各学院教务办公室", Guide = "本人凭身份证领取；代领须带委托书和双方身份证。" },
            cancellationToken);

        async Task<long> AddAsync(StepFacts step, GrantFacts grant)
        {
            var stepId = await steps.CreateAsync(schemeId, step, cancellationToken);
            await grants.AddAsync(schemeId, stepId, grant, cancellationToken);
            return stepId;
        }
    }
}

/// <summary>Units of the demo that the steps belong to.</summary>
internal sealed record DemoUnits(long University, long Marxism, long Library, long Finance, long Dormitories, long Security, long GraduateSchool, long StudentAffairs);
