namespace Portal.RegistryTransfer.RollUp;

internal sealed record RollUpArgs(int SchoolYear, RollUpPhase Phase);
