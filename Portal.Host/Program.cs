using Portal.Web;

var builder = PortalConfiguration.CreateBuilder(args).AddPortal(typeof(Program).Assembly);
var app = builder.Build().UsePortal();
return await app.RunPortalAsync(args);
