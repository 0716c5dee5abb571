import { describe, expect, it } from 'vitest';
import { hostLink, LONGEST_LINK } from '../../src/submit/host-link.ts';

const site = { repository: 'https://github.com/someone/some-list/' };

describe('the link to the repository’s host', () => {
  it('holds path and text of a new file, each escaped', () => {
    expect(hostLink(site, 'acme', ['name: A & B #1\n'], false)).toEqual({
      href: 'https://github.com/someone/some-list/new/main?filename=data%2Fvendors%2Facme.yaml&value=name%3A%20A%20%26%20B%20%231%0A',
      filled: 0,
      opens: 'new',
    });
  });

  it('takes the first text that is short enough, as long as the whole link may be', () => {
    const head = (hostLink(site, 'acme', [''], false)?.href ?? '').length;
    expect(hostLink(site, 'acme', ['a'.repeat(LONGEST_LINK - head)], false)?.filled).toBe(0);
    expect(hostLink(site, 'acme', ['a'.repeat(LONGEST_LINK - head + 1), 'short'], false)).toMatchObject({
      filled: 1,
      href: expect.stringMatching(/&value=short$/) as string,
    });
    // A Chinese character takes nine in an address.
    expect(hostLink(site, 'acme', ['账'.repeat(900)], false)).toEqual({
      href: 'https://github.com/someone/some-list/new/main?filename=data%2Fvendors%2Facme.yaml',
      opens: 'new',
    });
  });

  it('opens the editor for a file that is there, on the branch that the site names', () => {
    expect(hostLink({ ...site, branch: 'next/one' }, 'acme', ['x'], true)).toEqual({
      href: 'https://github.com/someone/some-list/edit/next/one/data/vendors/acme.yaml',
      opens: 'edit',
    });
  });

  it('is only the repository at another host, and nothing without a safe address', () => {
    expect(hostLink({ repository: 'https://git.example.org/list' }, 'acme', ['x'], false)).toEqual({
      href: 'https://git.example.org/list',
      opens: 'repository',
    });
    expect(hostLink({ repository: 'javascript:alert(1)' }, 'acme', ['x'], false)).toBeUndefined();
    expect(hostLink({}, 'acme', ['x'], false)).toBeUndefined();
  });
});
