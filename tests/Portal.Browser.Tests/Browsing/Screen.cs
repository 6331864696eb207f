using Microsoft.Playwright;

namespace Portal.Browser.Tests.Browsing;

/// <summary>Sizes of window that the portal must fit.</summary>
internal static class Screen
{
    public static readonly ViewportSize Desktop = new() { Width = 1440, Height = 900 };
    public static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    /// <summary>A4 without its margins.</summary>
    public static readonly ViewportSize Paper = new() { Width = 680, Height = 1009 };
}
