namespace Portal.RegistryTransfer.RollUp;

public sealed record RollUpArgs(int SchoolYear, RollUpPhase Phase);
