using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Tests.Handling;
using Portal.Testing;
using Portal.Units;

namespace Portal.GraduationClearance.Tests.Access;

/// <summary>A post above thousands of units: what it reaches goes to the database as a range of paths, never as a list.</summary>
public abstract class WideReachTests<TDialect>(ClearanceFixture<TDialect> portal) : IClassFixture<ClearanceFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string StudentNo = "2020020201";
    private const long FirstUnit = 9_000_000;
    private const int Units = 3_000;

    [Fact]
    [Trait("Case", "clearance:D1")]
    public async Task A_post_above_three_thousand_units_sees_the_students_of_the_last_one()
    {
        var university = await portal.Database.ScalarAsync<long>("select id from organisation_unit where kind = '学校'");
        await AddUnitsAsync(university);
        foreach (var top in new[] { university, await portal.Database.ScalarAsync<long>("select id from organisation_unit where parent_id is null") })
        {
            await MoveOperatorAsync(top);
            using var op1 = await portal.SignInAsync("op1");
            foreach (var list in new[] { "batch", "students", "records" })
                Assert.Contains(StudentNo, (await op1.OpenAsync($"/graduationclearance/{list}?step={await portal.StepIdAsync("E4")}&no={StudentNo}&q={StudentNo}")).Text);
            Assert.Contains(StudentNo, (await op1.SearchAsync(StudentNo)).Text);
            (await op1.OpenAsync("/graduationclearance/statistics")).Expect(200);
        }

        await MoveOperatorAsync(FirstUnit);
        using var elsewhere = await portal.SignInAsync("op1");
        Assert.Contains("没有符合条件的学生", (await elsewhere.OpenAsync($"/graduationclearance/batch?no={StudentNo}")).Text);
    }

    [Fact]
    public async Task A_subtree_inside_another_is_asked_once_and_two_apart_are_both()
    {
        var tree = portal.Factory.Services.GetRequiredService<IUnitTree>();
        var (university, marxism, library) = (await UnitAsync("示范大学"), await UnitAsync("马克思主义学院"), await UnitAsync("图书馆"));
        var inside = DepartmentReach.Of(tree, marxism).Union(DepartmentReach.Of(tree, university));
        Assert.Equal(["reachFrom0", "reachTo0"], inside.With(new { }).ParameterNames);
        Assert.True(inside.Contains(library));
        var apart = DepartmentReach.Of(tree, marxism).Union(DepartmentReach.Of(tree, library)).Union(DepartmentReach.Of(tree, marxism));
        Assert.Equal(4, apart.With(new { }).ParameterNames.Count());
        Assert.True(apart.Contains(marxism) && apart.Contains(library) && !apart.Contains(university));
        Assert.True(DepartmentReach.Of(tree, 0).IsEmpty);
    }

    private Task<long> UnitAsync(string name) => portal.Database.ScalarAsync<long>("select id from organisation_unit where name = @name", new { name });

    // A hundred provinces of thirty schools each; the student belongs to the last school.
    private async Task AddUnitsAsync(long university)
    {
        var above = await portal.Database.ScalarAsync<string>("select path from organisation_unit where id = @university", new { university });
        var rows = Enumerable.Range(0, Units).Select(index =>
        {
            var (id, province) = (FirstUnit + index, FirstUnit + index / 30 * 30);
            return id == province
                ? $"({id}, {university}, '省{id}', '省', '{above}{id}/', 1, 1)"
                : $"({id}, {province}, '校{id}', '学校', '{above}{province}/{id}/', 1, 1)";
        });
        await portal.Database.ExecuteAsync($"insert into organisation_unit (id, parent_id, name, kind, path, position, version) values {string.Join(',', rows)}");
        await portal.Database.ExecuteAsync(
            "update graduationclearance_student set department_id = @last where student_no = @StudentNo", new { last = FirstUnit + Units - 1, StudentNo });
    }

    private async Task MoveOperatorAsync(long unit)
    {
        await portal.Database.ExecuteAsync(
            "update organisation_post set unit_id = @unit where person_id = (select id from organisation_person where account = 'op1')", new { unit });
        await portal.Database.ExecuteAsync("update organisation_state set version = version + 1");
    }
}

public sealed class WideReachOnSqlite(ClearanceFixture<Sqlite> portal) : WideReachTests<Sqlite>(portal);

public sealed class WideReachOnMariaDb(ClearanceFixture<MariaDb> portal) : WideReachTests<MariaDb>(portal);
