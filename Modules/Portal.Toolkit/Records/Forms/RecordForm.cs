namespace Portal.Toolkit.Records.Forms;

/// <summary>Fields of a record to be filled in; partial <c>_RecordForm</c>.</summary>
public sealed record RecordForm
{
    public required RecordType Type { get; init; }

    /// <summary>Title, head, owner and the like; empty when they are not asked for.</summary>
    public IReadOnlyList<RecordFormField> Common { get; init; } = [];

    public required IReadOnlyList<RecordFormField> Fields { get; init; }

    /// <summary>Suggestions by the id of their list: countries, people, records.</summary>
    public IReadOnlyList<RecordFormList> Lists { get; init; } = [];

    public bool IsEmpty => Common.Count == 0 && Fields.Count == 0;
}

/// <summary>A <c>datalist</c>.</summary>
/// <param name="Id">Id of the element.</param>
/// <param name="Choices">What is put into the input, and what stands beside it.</param>
public sealed record RecordFormList(string Id, IReadOnlyList<FieldChoice> Choices);

/// <summary>A field with what stands in it; partial <c>_RecordField</c>.</summary>
public sealed record RecordFormField
{
    public required Field Field { get; init; }

    /// <summary>Name of the input: the field's id, in rows <c>members[0].post</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What stands in it, as it was typed; several for a field with several values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The first of <see cref="Values"/>, or empty.</summary>
    public string Value => Values is [var first, ..] ? first : "";

    /// <summary>What may be chosen; empty for inputs.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Id of the list of suggestions; null without one.</summary>
    public string? List { get; init; }

    /// <summary>When it is asked for, in the choices of other fields: <c>kind=talk|kind=visit&amp;ngo=true</c>; null always.</summary>
    public string? ShowWhen { get; init; }

    /// <summary>The same in words; empty when there is no telling.</summary>
    public string ShowWords { get; init; } = "";

    public IReadOnlyList<RecordFormRow> Rows { get; init; } = [];

    /// <summary>What an empty input shows of what it takes.</summary>
    public string? Placeholder => Field.Kind switch
    {
        FieldKind.Person => "姓名或账号",
        FieldKind.Ref => "编号或标题",
        FieldKind.Country => "国家或地区的名称",
        FieldKind.Unit when Choices.Count == 0 => "单位名称",
        _ => null,
    };

    /// <summary>Whether it stands in a row.</summary>
    public bool IsCell { get; init; }

    /// <summary>Characters an input takes.</summary>
    public int Length => Field.Kind is FieldKind.Text or FieldKind.LongText && Field.Max is { } max ? max : Field.Kind == FieldKind.LongText ? 4000 : Field.Kind == FieldKind.Ref ? 240 : 200;
}

/// <summary>One row of a field of rows.</summary>
/// <param name="Index">As in the names of its inputs.</param>
/// <param name="Cells">One for each column.</param>
public sealed record RecordFormRow(int Index, IReadOnlyList<RecordFormField> Cells);
