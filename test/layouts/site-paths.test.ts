import { expect, it } from 'vitest';
import { sitePaths } from '../../src/layouts/site-paths.ts';

const both = (params: Record<string, string | undefined>, props?: { unlisted: boolean }) =>
  [undefined, 'en'].map((lang) => ({ params: { ...params, lang }, ...(props === undefined ? {} : { props }) }));

it('the addresses of all pages follow from their files and parameters, in the default language, without unlisted ones', async () => {
  const paths = await sitePaths({
    './404.astro': {},
    './[...lang]/index.astro': { getStaticPaths: () => both({}) },
    './[...lang]/data/index.astro': { getStaticPaths: () => both({}) },
    './[...lang]/rankings/[...scope].astro': {
      getStaticPaths: () => Promise.resolve([...both({ scope: undefined }), ...both({ scope: 'north/harbin' })]),
    },
    './[...lang]/releases/[release].astro': {
      getStaticPaths: () => [
        ...both({ release: 'first' }, { unlisted: true }),
        ...both({ release: 'second' }, { unlisted: false }),
      ],
    },
  });
  expect(paths).toEqual(['/data/', '/', '/rankings/', '/rankings/north/harbin/', '/releases/second/']);
});

it('a page whose addresses cannot be told is an error', async () => {
  await expect(sitePaths({ './[...lang]/new.astro': {} })).rejects.toThrow(
    './[...lang]/new.astro has no getStaticPaths',
  );
});
