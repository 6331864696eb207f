using Microsoft.Extensions.DependencyInjection;
using Portal.Units;

namespace Portal.Security;

/// <summary>Asks the rules that modules registered for the type of a record.</summary>
internal static class ReachRules
{
    public static ValueTask<bool> AnyAsync(IServiceProvider services, Post post, object record) =>
        ((Question)Activator.CreateInstance(typeof(Question<>).MakeGenericType(record.GetType()))!).AskAsync(services, post, record);

    private abstract class Question
    {
        public abstract ValueTask<bool> AskAsync(IServiceProvider services, Post post, object record);
    }

    private sealed class Question<T> : Question
    {
        public override async ValueTask<bool> AskAsync(IServiceProvider services, Post post, object record)
        {
            foreach (var rule in services.GetServices<IReachRule<T>>())
            {
                if (await rule.IsInReachAsync(post, (T)record, CancellationToken.None))
                    return true;
            }

            return false;
        }
    }
}
