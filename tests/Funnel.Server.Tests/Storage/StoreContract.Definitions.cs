using System.Security.Cryptography;
using Funnel.Server.Storage;

namespace Funnel.Server.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_published_version_keeps_every_byte_and_who_published_it()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. "{ \"id\": \"x\" }\r\n"u8, 0x00, 0xFF];
        var by = new Publisher { Key = "Zoë's office", Restored = 7 };

        var published = await Store.Publish("print-shop", content, by, Sample.Noon.AddTicks(5), default);
        var found = await Store.FindVersion("print-shop", 1, default);

        Assert.True(published.IsNew);
        foreach (var version in new[] { published.Version, found! })
        {
            Assert.Equal("print-shop", version.FunnelId);
            Assert.Equal(1, version.Version);
            Assert.Equal(Sample.Noon, version.PublishedAt);
            Assert.Equal(by, version.By);
            Assert.Equal(content, version.Content.ToArray());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), version.ContentHash);
        }
    }

    [Fact]
    public async Task Publishing_the_newest_content_again_changes_nothing()
    {
        await Publish("print-shop", "one");
        var second = await Publish("print-shop", "two");

        var again = await Store.Publish("print-shop", Sample.Bytes("two"), ByKey, Sample.Noon.AddDays(1), default);

        Assert.False(again.IsNew);
        Assert.Equal(
            (2, second.PublishedAt, second.ContentHash, ByFile),
            (again.Version.Version, again.Version.PublishedAt, again.Version.ContentHash, again.Version.By)
        );
        Assert.Null(await Store.FindVersion("print-shop", 3, default));
    }

    [Fact]
    public async Task Content_is_published_over_the_version_that_is_named_and_over_no_other()
    {
        Assert.Null(await Over(1, "one"));
        Assert.Equal(1, (await Over(0, "one"))!.Version.Version);
        Assert.Null(await Over(0, "two"));
        Assert.Equal(2, (await Over(1, "two"))!.Version.Version);
        Assert.Null(await Over(1, "one"));

        var again = (await Over(1, "two"))!;

        Assert.Equal((2, false), (again.Version.Version, again.IsNew));
        Assert.Null(await Store.FindVersion("print-shop", 3, default));

        Task<Publication?> Over(int version, string content) =>
            Store.Publish("print-shop", Sample.Bytes(content), ByKey, Sample.Noon, version, default);
    }

    [Fact]
    public async Task Of_all_who_publish_over_one_version_at_once_one_does()
    {
        var another = OpenAnother();
        await Publish("print-shop", "zero");

        var published = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    (n % 2 == 0 ? Store : another).Publish(
                        "print-shop",
                        Sample.Bytes($"{n}"),
                        ByKey,
                        Sample.Noon,
                        over: 1,
                        default
                    )
                )
        );

        Assert.Equal(2, Assert.Single(published, publication => publication is not null)!.Version.Version);
        Assert.Null(await Store.FindVersion("print-shop", 3, default));
    }

    [Fact]
    public async Task Older_content_published_anew_is_a_version_of_its_own()
    {
        await Publish("print-shop", "one");
        await Publish("print-shop", "two");

        Assert.Equal(3, (await Publish("print-shop", "one")).Version);

        Assert.Equal("one", (await Store.FindVersion("print-shop", 1, default))!.Content.Text());
        Assert.Equal("two", (await Store.FindVersion("print-shop", 2, default))!.Content.Text());
    }

    [Fact]
    public async Task The_newest_versions_are_one_of_each_funnel()
    {
        Assert.Empty(await Store.NewestVersions(default));
        await Publish("web-shop", "a");
        await Publish("print-shop", "one");
        await Publish("print-shop", "two");
        await Publish("print", "three");

        Assert.Equal([new("print", 1), new("print-shop", 2), new("web-shop", 1)], await Store.NewestVersions(default));
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_and_page_by_page()
    {
        await Publish("web-shop", "a");
        for (var n = 1; n <= 5; n++)
        {
            await Publish("print-shop", $"{n}", by: n % 2 == 0 ? ByKey : ByFile);
        }

        var first = await Store.ListVersions("print-shop", null, 3, default);
        var rest = await Store.ListVersions("print-shop", 3, 3, default);

        Assert.Equal(
            [(5, ByFile), (4, ByKey), (3, ByFile), (2, ByKey), (1, ByFile)],
            first.Concat(rest).Select(version => (version.Version, version.By))
        );
        var fourth = (await Store.FindVersion("print-shop", 4, default))!;
        Assert.Equal(
            (fourth.FunnelId, fourth.PublishedAt, fourth.ContentHash),
            (first[1].FunnelId, first[1].PublishedAt, first[1].ContentHash)
        );
        Assert.Empty(await Store.ListVersions("none", null, 3, default));
    }

    [Fact]
    public async Task Versions_since_files_begin_with_the_last_that_a_file_was_published_as()
    {
        Assert.Empty(await Store.VersionsSinceFiles(default));
        await Publish("by-both", "1");
        await Publish("by-both", "2", by: ByKey);
        await Publish("by-both", "3");
        await Publish("by-both", "4", by: ByKey);
        await Publish("by-file", "1");
        await Publish("by-file", "2");
        await Publish("by-key", "1", by: ByKey);
        await Publish("by-key", "2", by: ByKey);
        await Publish("of-before", "1", by: new());

        Assert.Equal(
            [("by-both", 3), ("by-both", 4), ("by-file", 2), ("by-key", 1), ("by-key", 2), ("of-before", 1)],
            (await Store.VersionsSinceFiles(default)).Select(version => (version.FunnelId, version.Version))
        );
    }

    [Fact]
    public async Task Instances_that_publish_the_same_at_once_agree_on_one_version()
    {
        var another = OpenAnother();

        var published = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(n => Task.Run(() => Publish("print-shop", "same", n % 2 == 0 ? Store : another)))
        );

        Assert.All(published, version => Assert.Equal(1, version.Version));
        Assert.Null(await Store.FindVersion("print-shop", 2, default));
    }

    [Fact]
    public async Task Instances_that_publish_different_content_at_once_leave_no_gap()
    {
        var another = OpenAnother();

        var published = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(n => Task.Run(() => Publish("print-shop", $"{n}", n % 2 == 0 ? Store : another)))
        );

        Assert.Equal(Enumerable.Range(1, 16), published.Select(version => version.Version).Order());
        foreach (var version in published)
        {
            var found = await another.FindVersion("print-shop", version.Version, default);
            Assert.Equal(version.Content.Text(), found!.Content.Text());
        }
    }

    [Fact]
    public async Task A_draft_keeps_every_byte_and_who_saved_it()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. "{ \"id\": "u8, 0x00, 0xFF];
        var draft = Draft.Of("mugs", content, "Zoë's office", Sample.Noon.AddTicks(5));

        Assert.True(await Drafts.TryWriteDraft(draft, null, default));

        var found = await Drafts.FindDraft("mugs", default);
        Assert.Equal(content, found!.Content.ToArray());
        Assert.Equal(Sample.Noon, found.SavedAt);
        Assert.Equal(draft, found with { Content = draft.Content });
        Assert.Null(await Drafts.FindDraft("mug", default));
    }

    [Fact]
    public async Task A_draft_replaces_the_one_that_is_meant_and_no_other()
    {
        var (first, second, third) = (OfMugs("one"), OfMugs("two"), OfMugs("three"));

        Assert.False(await Drafts.TryWriteDraft(second, first.ContentHash, default));
        Assert.True(await Drafts.TryWriteDraft(first, null, default));
        Assert.False(await Drafts.TryWriteDraft(second, null, default));
        Assert.True(await Drafts.TryWriteDraft(second, first.ContentHash, default));
        Assert.False(await Drafts.TryWriteDraft(third, first.ContentHash, default));

        Assert.Equal("two", (await Drafts.FindDraft("mugs", default))!.Content.Text());
    }

    [Fact]
    public async Task A_draft_is_removed_where_it_is_the_one_that_is_meant()
    {
        await Drafts.TryWriteDraft(OfMugs("one"), null, default);

        Assert.False(await Drafts.TryRemoveDraft("mugs", OfMugs("two").ContentHash, default));
        Assert.False(await Drafts.TryRemoveDraft("mug", OfMugs("one").ContentHash, default));
        Assert.NotNull(await Drafts.FindDraft("mugs", default));
        Assert.True(await Drafts.TryRemoveDraft("mugs", OfMugs("one").ContentHash, default));
        Assert.False(await Drafts.TryRemoveDraft("mugs", OfMugs("one").ContentHash, default));

        Assert.Null(await Drafts.FindDraft("mugs", default));
        Assert.True(await Drafts.TryWriteDraft(OfMugs("two"), null, default));
    }

    [Fact]
    public async Task Drafts_are_listed_by_funnel()
    {
        Assert.Empty(await Drafts.ListDrafts(default));
        foreach (var funnel in (string[])["web-shop", "print-shop", "mugs"])
        {
            await Drafts.TryWriteDraft(OfMugs("one") with { FunnelId = funnel }, null, default);
        }

        var listed = await Drafts.ListDrafts(default);

        Assert.Equal(["mugs", "print-shop", "web-shop"], listed.Select(draft => draft.FunnelId));
        Assert.Equal(
            (OfMugs("one").ContentHash, Sample.Noon, "office"),
            (listed[0].ContentHash, listed[0].SavedAt, listed[0].SavedBy)
        );
    }

    [Fact]
    public async Task Of_all_who_replace_one_draft_at_once_exactly_one_wins()
    {
        var another = OpenAnotherInstance().Drafts;
        var before = OfMugs("0");
        await Drafts.TryWriteDraft(before, null, default);
        for (var round = 1; round <= 10; round++)
        {
            var rivals = Enumerable.Range(0, 8).Select(n => OfMugs($"{round} {n}")).ToList();

            var wins = await Task.WhenAll(
                rivals.Select(
                    (rival, n) =>
                        Task.Run(() =>
                            (n % 2 == 0 ? Drafts : another).TryWriteDraft(rival, before.ContentHash, default)
                        )
                )
            );

            before = rivals[Assert.Single(Enumerable.Range(0, rivals.Count), n => wins[n])];
            Assert.Equal(before.ContentHash, (await another.FindDraft("mugs", default))!.ContentHash);
        }
    }

    private static readonly Publisher ByFile = new() { File = "print-shop.json" };

    private static readonly Publisher ByKey = new() { Key = "office" };

    private static Draft OfMugs(string content) => Draft.Of("mugs", Sample.Bytes(content), "office", Sample.Noon);

    private async Task<FunnelVersion> Publish(
        string funnelId,
        string content,
        IStore? store = null,
        Publisher? by = null
    ) => (await (store ?? Store).Publish(funnelId, Sample.Bytes(content), by ?? ByFile, Sample.Noon, default)).Version;
}
