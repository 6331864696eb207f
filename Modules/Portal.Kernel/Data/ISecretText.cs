namespace Portal.Data;

/// <summary>Identity numbers and the like: encrypted at rest, matched by a keyed hash.</summary>
public interface ISecretText
{
    /// <summary>Different each time; <see cref="Hash"/> finds a text again.</summary>
    string Encrypt(string text);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key ring does not hold the key.</exception>
    string Decrypt(string secret);

    /// <summary>Keyed hash for equality search and unique indexes, 43 characters; the caller normalises case and blanks first.</summary>
    string Hash(string text);
}
