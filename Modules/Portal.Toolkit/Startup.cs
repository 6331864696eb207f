using Portal.Modules;

namespace Portal.Toolkit;

/// <summary>Maps the toolkit's endpoints; the kernel finds it in the container, because the toolkit is no module.</summary>
internal sealed class Startup : StartupBase;
