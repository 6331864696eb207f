using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Portal.Units;

namespace Portal.Modules;

/// <summary>Answers 404 for a module that is not loaded or is off for the current unit, whatever the rights.</summary>
internal sealed class ModuleGate(RequestDelegate next, IModuleCatalog catalog)
{
    public Task InvokeAsync(HttpContext context, IUnitContext units, IUnitTree tree, IModuleSwitch moduleSwitch)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ModuleMetadata>() is not { } metadata || IsOpen(metadata.Id))
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;

        bool IsOpen(string id)
        {
            if (catalog.Find(id) is not { State: ModuleState.Loaded } module)
                return false;
            if (module.Manifest!.IsAlwaysEnabled)
                return true;
            if (units.Post is not null)
                return moduleSwitch.IsEnabled(id, units.UnitId);

            // Whoever is signed in without a post has no unit a module could be on for.
            if (units.Person is not null)
                return false;

            // A stranger meets the sign-in page first; a page open to strangers is there when any top unit has its module on.
            return endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                || (tree.Root is { } root && tree.ChildrenOf(root.Id).Any(unit => moduleSwitch.IsEnabled(id, unit.Id)));
        }
    }
}
