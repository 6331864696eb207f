namespace Portal.Toolkit.Spreadsheets;

/// <summary>Which blanks a text may contain.</summary>
public enum TextRule
{
    /// <summary>A number or code: none at all. Cleaning removes them.</summary>
    Key,

    /// <summary>A person's name: one blank between Latin words (Anna Li), none in 张思. Cleaning leaves exactly that.</summary>
    Name,

    /// <summary>One line, such as a major: blanks inside, none around it, no line break. Cleaning trims.</summary>
    Line,

    /// <summary>A remark: anything; blanks around it are dropped without a word.</summary>
    Free,
}
