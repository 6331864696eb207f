using System.Globalization;

namespace Portal.RegistryTransfer.Settings;

/// <summary>A whole number that the page sets, within the bounds where it makes sense.</summary>
internal sealed record ConfigOption(string Name, string Label, int Default, int Least, int Most)
{
    /// <summary>Null while the default holds.</summary>
    public OptionRow? Stored { get; init; }

    public string Bounds => $"请填写 {Least} 到 {Most} 的整数；留空恢复默认";

    public bool Takes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most;
}
