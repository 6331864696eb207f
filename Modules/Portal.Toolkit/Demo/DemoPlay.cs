using Autofac;
using Portal.Units;

namespace Portal.Toolkit.Demo;

/// <summary>A play of demo data: somebody enters, and what is resolved then works as he, at his time.</summary>
public sealed class DemoPlay : IAsyncDisposable
{
    private readonly ILifetimeScope _stage;
    private readonly IPostDirectory _directory;
    private readonly DemoContext _context;
    private readonly DemoClock _clock;
    private readonly LocalTime _local;
    private ILookup<long, Post>? _posts;

    internal DemoPlay(ILifetimeScope stage, IPostDirectory directory, DemoContext context, DemoClock clock, LocalTime local) =>
        (_stage, _directory, _context, _clock, _local) = (stage, directory, context, clock, local);

    /// <summary>Commands and queries of the play's scope.</summary>
    public T Resolve<T>()
        where T : notnull => _stage.Resolve<T>();

    /// <summary>From now on this person is at work in his first post.</summary>
    /// <param name="account">An account of the demo.</param>
    /// <param name="at">The time in the portal's zone; it stands still until somebody enters again.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">There is no such account, or it has no post.</exception>
    public async Task EnterAsync(string account, DateTime at, CancellationToken cancellationToken)
    {
        _posts ??= (await _directory.ListPostsAsync([.. (await _directory.ListRolesAsync(cancellationToken)).Select(role => role.Id)], cancellationToken)).ToLookup(post => post.PersonId);
        var person = await _directory.FindPersonAsync(account, cancellationToken) ?? throw new InvalidOperationException($"The demo has no account {account}.");
        var post = _posts[person.Id].FirstOrDefault() ?? throw new InvalidOperationException($"{account} has no post in the demo.");
        _context.Enter(person, post);
        _clock.Now = _local.ToUtc(at);
    }

    /// <summary>Ends the scope.</summary>
    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
