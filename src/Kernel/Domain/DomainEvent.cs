using System.Text;

namespace Banyan.Kernel.Domain;

/// <summary>Something that happened to one record. The name is noun and verb: <c>ApplicationWithdrawn</c> is audited as <c>application.withdrawn</c>.</summary>
/// <param name="About">The id of the record whose history shows it.</param>
public abstract record DomainEvent(Guid About)
{
    public string Action => ActionOf(GetType());

    public static string ActionOf(Type type)
    {
        var action = new StringBuilder();
        var parted = false;
        foreach (var letter in type.Name)
        {
            if (char.IsAsciiLetterUpper(letter) && action.Length > 0)
            {
                action.Append(parted ? '-' : '.');
                parted = true;
            }
            action.Append(char.ToLowerInvariant(letter));
        }
        return action.ToString();
    }
}
