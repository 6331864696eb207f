namespace Portal.GraduationClearance.Model;

/// <summary>Who takes a certificate: the student, a delegate with name, phone and identity number, or the post.</summary>
public enum Receiver
{
    Student = 1,
    Delegate = 2,
    Mail = 3,
}

public static class Receivers
{
    public static string Word(this Receiver receiver) => receiver switch
    {
        Receiver.Delegate => "代领",
        Receiver.Mail => "邮寄",
        _ => "本人",
    };
}
