using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Pages;
using Portal.GraduationClearance.Pages.MySheet;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Home;

/// <summary>On the start page: what an operator has still to do in the running scheme, and how far a student has got.</summary>
internal sealed class ClearanceCounters(
    SchemeQueries schemes, OperatorStepQueries steps, CounterQueries counters, MySheetQueries sheets, IModuleSwitch modules, IUnitContext context, IUnitTree tree, TimeProvider clock) : IHomeCounters
{
    public async Task<IReadOnlyList<CounterCard>> FindAsync(CancellationToken cancellationToken) => !modules.IsEnabled("GraduationClearance", context.UnitId)
        ? []
        : [.. await OfOperatorAsync(cancellationToken), .. await OfStudentAsync(cancellationToken)];

    private async Task<IEnumerable<CounterCard>> OfOperatorAsync(CancellationToken cancellationToken)
    {
        if (!context.Has(Permissions.Decide) || SchemePicker.Of(await schemes.ListVisibleAsync(cancellationToken), null).Current is not { } scheme || !scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime))
            return [];
        return (await counters.ListAsync(await steps.ListAsync(scheme.Id, cancellationToken), cancellationToken)).Select(step => new CounterCard
        {
            Label = $"{step.Step.Name}：未办理",
            Value = step.Pending.ToString("N0", CultureInfo.InvariantCulture),
            Unit = "人",
            Kind = step.Pending > 0 ? StateKind.Pending : StateKind.Passed,
            Url = $"/graduationclearance/batch?scheme={scheme.Id}&step={step.Step.Id}&status={StepStatus.Pending}",
        });
    }

    private async Task<IEnumerable<CounterCard>> OfStudentAsync(CancellationToken cancellationToken)
    {
        if (context.Person is not { } person || !context.Has(Permissions.OwnSheet))
            return [];
        if ((await sheets.ListAsync(person.Account, cancellationToken)).FirstOrDefault(sheet => sheet.IsOf(context, tree) && sheet.Status == RosterStatus.Active) is not { } sheet)
            return [];
        var required = (await sheets.ListStepsAsync(sheet.Id, cancellationToken)).Where(step => step.IsRequired && step.Mode == StepMode.Manual && step.Status != StepStatus.NotRequired).ToArray();
        var open = required.Count(step => step.HoldsUp);
        return [new() { Label = "我的离校", Value = $"{required.Length - open} / {required.Length}", Unit = "个环节", Kind = open > 0 ? StateKind.Mine : StateKind.Passed, Url = "/graduationclearance/mysheet" }];
    }
}
