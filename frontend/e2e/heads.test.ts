import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ASSOCIATION, NEED, PREMISES } from './shown.ts';
import { BASE } from './support.ts';

const words = (html: string) =>
  html
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

function meta(html: string, name: string): string {
  const tag = new RegExp(`<meta[^>]*(?:name|property)="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return words(/content="([^"]*)"/.exec(tag)?.[1] ?? '');
}

// What a crawler and a preview in a message see: they run no script.
suite('Without a script', () => {
  for (const path of ['/', '/foreninger', '/lokaler', NEED, ASSOCIATION, PREMISES]) {
    test(`${path} says what it is`, async () => {
      const response = await fetch(new URL(path, BASE));
      assert.equal(response.status, 200);
      const html = await response.text();
      assert.match(html, /<html lang="da"/);
      const title = words(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '');
      assert(title.length > 8, `title: ${title}`);
      const description = meta(html, 'description');
      assert(description.length > 20 && description.length <= 200, `description: ${description}`);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
      assert.equal(new URL(canonical).pathname, path);
      for (const property of ['og:title', 'og:description', 'og:url', 'og:type', 'og:site_name']) {
        assert(meta(html, property), property);
      }
      assert.equal(meta(html, 'og:url'), canonical);
      const picture = await fetch(new URL(new URL(meta(html, 'og:image')).pathname, BASE));
      assert.equal(picture.status, 200, 'the picture of a preview');
      assert.match(picture.headers.get('Content-Type') ?? '', /^image\//);
      const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1];
      assert(data, 'JSON-LD');
      const parsed = JSON.parse(data) as { '@context'?: string };
      assert.match(parsed['@context'] ?? '', /schema\.org/);
    });
  }

  test('a page that does not exist says 404', async () => {
    assert.equal((await fetch(new URL('/findes-ikke', BASE))).status, 404);
    const gone = '/opgaver/00000000-0000-7000-8000-000000000000';
    assert.equal((await fetch(new URL(gone, BASE))).status, 404);
  });
});
