using Portal.Modules;
using Portal.Security;

namespace Portal.Toolkit.Records;

/// <summary>Finds definitions that could not work: doubled keys and prefixes, unknown unit roles, fields, states, settings, permissions, references.</summary>
internal sealed class RecordCheck(RecordCatalog catalog, PermissionCatalog permissions) : IStartupCheck
{
    public IEnumerable<StartupProblem> FindProblems() => catalog.Books.SelectMany(book => Faults(book).Select(text => new StartupProblem(book.ModuleId, text)))
        .Concat(catalog.Books.SelectMany(book => book.Types.SelectMany(type => Faults(book, type).Select(text => new StartupProblem(book.ModuleId, $"记录类型 {type.Key}：{text}")))));

    private IEnumerable<string> Faults(RecordBook book)
    {
        foreach (var role in book.Roles.Where(role => permissions.Find(role.Permission) is null))
            yield return $"单位角色 {role.Key} 的权限 {role.Permission} 没有声明。";
        foreach (var key in Doubled(book.Roles.Select(role => role.Key)))
            yield return $"单位角色 {key} 被声明了两次。";
        foreach (var key in Doubled(book.Settings.Select(setting => setting.Key)))
            yield return $"参数 {key} 被声明了两次。";
        foreach (var permission in new[] { book.HeadPermission, book.SettingsPermission }.OfType<string>().Where(name => permissions.Find(name) is null))
            yield return $"权限 {permission} 没有声明。";
        foreach (var key in Doubled(catalog.Books.SelectMany(found => found.Types).Select(type => type.Key)).Where(key => book.Types.Any(type => type.Key == key)))
            yield return $"记录类型 {key} 被声明了两次。";
        foreach (var prefix in Doubled(book.Types.Select(type => type.Prefix)))
            yield return $"编号前缀 {prefix} 用于不止一种记录。";
        if (book.LateOffice is { } late && book.FindRole(late)?.IsOffice != true)
            yield return $"逾期提醒指向不存在的职能部门“{late}”。";
        foreach (var strict in UnknownSettings(book, book.Guards))
            yield return $"规则指向不存在的参数“{strict}”。";
    }

    private IEnumerable<string> Faults(RecordBook book, RecordType type)
    {
        if (type.Key.Length is 0 or > 60 || type.Key.Any(letter => !char.IsAsciiLetterLower(letter) && letter is not ('.' or '-')))
            yield return "标识要有 1 到 60 个小写字母、点或连字符。";
        foreach (var fault in GrantFaults(book, type).Concat(FieldFaults(type)).Concat(MoveFaults(book, type)))
            yield return fault;
        foreach (var guard in type.Guards.SelectMany(guard => guard.On.Split(',')).Where(on => on is not (RecordGuard.Save or RecordGuard.Submit or RecordGuard.Approve) && type.FindMove(on) is null))
            yield return $"规则指向不存在的办理“{guard}”。";
        foreach (var strict in UnknownSettings(book, type.Guards))
            yield return $"规则指向不存在的参数“{strict}”。";
        foreach (var key in Doubled(type.Dues.Select(due => due.Key)).Concat(Doubled(type.Keys.Select(key => key.Name))))
            yield return $"{key} 被声明了两次。";
        foreach (var office in type.Dues.SelectMany(due => due.Offices).Where(office => book.FindRole(office)?.IsOffice != true))
            yield return $"到期提醒指向不存在的职能部门“{office}”。";
    }

    private static IEnumerable<string> GrantFaults(RecordBook book, RecordType type)
    {
        foreach (var grant in type.Grants.Where(grant => book.FindRole(grant.UnitRole) is null))
            yield return $"没有单位角色 {grant.UnitRole}。";
        foreach (var facet in type.Grants.Select(grant => grant.Facet).OfType<string>().Distinct().Where(facet => type.Facets.All(known => known.Key != facet)))
            yield return $"没有分类 {facet}。";
        if (type.Route.Count > RecordWriter.MostSteps)
            yield return $"路线最多 {RecordWriter.MostSteps} 个环节。";
        foreach (var step in type.Route.Where(step => step.UnitRole == UnitRole.OwnUnitHead ? book.HeadPermission is null : book.FindRole(step.UnitRole)?.IsOffice != true))
            yield return $"环节 {step.Key} 没有办理单位 {step.UnitRole}。";
    }

    private IEnumerable<string> FieldFaults(RecordType type)
    {
        foreach (var id in Doubled(type.Fields.Select(field => field.Id)))
            yield return $"字段 {id} 被声明了两次。";
        foreach (var id in new[] { type.KindField, type.Period.Start, type.Period.End }.OfType<string>().Where(id => type.Find(id) is null))
            yield return $"列表指向不存在的字段 {id}。";
        foreach (var field in type.Fields.Where(field => field.Columns?.Any(column => column.Kind is FieldKind.Rows or FieldKind.File) == true))
            yield return $"字段 {field.Id} 的列不能是表格或文件。";
        foreach (var field in type.Fields.Concat(type.Fields.SelectMany(field => field.Columns ?? [])))
        {
            if (field.Id.Length is 0 or > 60 || !field.Id.All(char.IsAsciiLetterOrDigit))
                yield return $"字段标识“{field.Id}”只能用字母和数字。";
            if (field.Kind == FieldKind.Choice && field.Choices.Count == 0)
                yield return $"字段 {field.Id} 没有选项。";
            if (field.Kind == FieldKind.Rows && field.Columns is null or { Count: 0 })
                yield return $"字段 {field.Id} 没有列。";
            if (field.Kind == FieldKind.Ref && (field.RefType is null || catalog.Find(field.RefType) is null))
                yield return $"字段 {field.Id} 指向不存在的记录类型 {field.RefType}。";
            if (field.AskedBy is { } move && type.FindMove(move) is null)
                yield return $"字段 {field.Id} 属于不存在的办理 {move}。";
        }
    }

    private static IEnumerable<string> MoveFaults(RecordBook book, RecordType type)
    {
        foreach (var role in type.Moves.SelectMany(move => move.Roles ?? []).Distinct().Where(role => book.FindRole(role) is null))
            yield return $"办理指向不存在的单位角色 {role}。";
        var states = type.States.Concat(RecordState.Common).Select(state => state.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in Doubled(type.Moves.Select(move => move.Key)))
            yield return $"办理 {key} 被声明了两次。";
        foreach (var state in type.Moves.SelectMany(move => move.From.Append(move.To)).Except([RecordMove.Stay]).Append(type.ApprovedState).Distinct().Where(state => !states.Contains(state)))
            yield return $"没有状态 {state}。";
    }

    private static IEnumerable<string> UnknownSettings(RecordBook book, IEnumerable<RecordGuard> guards) =>
        guards.Select(guard => guard.StrictSetting).OfType<string>().Where(key => book.Settings.All(setting => setting.Key != key));

    private static IEnumerable<string> Doubled(IEnumerable<string> keys) => keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
