namespace Portal.Toolkit.Records.Forms;

/// <summary>Names of the inputs that record pages have beside the fields of the type, all with an underscore that no field has.</summary>
public static class RecordActionKeys
{
    public const string Version = "_version";
    public const string Reason = "_reason";
    public const string Opinion = "_opinion";
    public const string Decision = "_decision";
    public const string ReturnTo = "_returnTo";
    public const string Comment = "_comment";
    public const string Field = "_field";
    public const string File = "_file";
    public const string Move = "_move";

    /// <summary>Where the person was; the answer leads back there.</summary>
    public const string From = "_from";

    /// <summary>Id of a field of rows that gets one more.</summary>
    public const string Add = "_add";

    /// <summary>A row that goes: <c>members[3]</c>.</summary>
    public const string Remove = "_remove";

    /// <summary>The post under which the form of a new record was opened; another one would make it a record of another unit.</summary>
    public const string Post = "_post";

    public const string Submit = "_submit";
    public const string Previous = "_previous";

    /// <summary>Of a form for a new record: what is posted twice, by a double click, makes one record.</summary>
    public const string Form = "_form";

    /// <summary>Stands for the kept fields where moves have their key.</summary>
    public const string Keep = "_keep";
}
