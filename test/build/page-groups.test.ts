import { expect, it } from 'vitest';
import type { Page } from '../../src/build/astro-pages.ts';
import { FIRST, groupsOf } from '../../src/build/page-groups.ts';

const page = (file: string, component: string, slug?: string): Page => ({
  file,
  component: `src/pages/${component}`,
  params: slug === undefined ? {} : { slug },
  render: () => Promise.resolve(Buffer.from('')),
});

it('all that is made of a vendor is in one group, and files by which vendors are verified come first', () => {
  const slugs = Array.from({ length: 21 }, (_, i) => `v${i}`);
  const own = slugs.flatMap((slug) => [
    page(`vendors/${slug}/index.html`, '[...lang]/vendors/[slug]/index.astro', slug),
    page(`api/v1/vendors/${slug}.json`, 'api/v1/vendors/[slug].json.ts', slug),
  ]);
  const others = [
    page('rankings/index.html', '[...lang]/rankings/[...scope].astro'),
    page('en/rankings/index.html', '[...lang]/rankings/[...scope].astro'),
    page('badges/former.svg', '[...lang]/badges/[slug].svg.ts', 'former'),
    page('guides/v0/index.html', '[...lang]/guides/[slug].astro', 'v0'),
    page('data/vendors.csv', 'data/[table].csv.ts'),
    page('api/v1/vendors.json', 'api/v1/[file].json.ts'),
    page('en/methodology/checks/index.html', '[...lang]/methodology/checks.astro'),
    page('methodology/changes/a-b/index.html', '[...lang]/methodology/changes/[pair].astro'),
    page('methodology/index.html', '[...lang]/methodology/index.astro'),
  ];
  const groups = groupsOf([...own, ...others], slugs);
  const files = [...groups].map(([name, { pages }]) => [name, pages.length]);
  expect(files).toEqual([
    [FIRST, 3],
    ['rankings', 2],
    ['badges', 1],
    ['guides', 1],
    ['methodology/changes', 1],
    ['methodology', 1],
    ['vendors 0', 40],
    ['vendors 20', 2],
  ]);
  expect(groups.get('vendors 20')?.vendors).toEqual(['v20']);
  expect(
    groups
      .get('vendors 0')
      ?.pages.slice(0, 2)
      .map((p) => p.file),
  ).toEqual(['vendors/v0/index.html', 'api/v1/vendors/v0.json']);
});
