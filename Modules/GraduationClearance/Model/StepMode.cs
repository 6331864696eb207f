namespace Portal.GraduationClearance.Model;

/// <summary>How a step is decided: by an operator, or by handing out the certificate.</summary>
public enum StepMode
{
    Manual = 0,
    Issue = 2,
}
