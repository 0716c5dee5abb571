/** Where the repository's host takes a new file or a change, without any server of ours. */
import { isSafeHttpsAddress } from '../schema/text.ts';

/** Longest address that is handed to the host, in characters: well below what browsers and hosts take. */
export const LONGEST_LINK = 8000;

/** A page of the host. */
export interface HostLink {
  href: string;
  /** Which of the texts is in the link already, from 0; absent when the text has to be pasted. */
  filled?: number;
  /** What opens: a form for a new file, the editor of a file that is there, or only the repository. */
  opens: 'new' | 'edit' | 'repository';
}

/**
 * The page of the host for this file: GitHub's own form for new files (`/new/BRANCH?filename=…&value=…`) or its editor
 * (`/edit/BRANCH/PATH`), which make the pull request. At any other host the repository itself; undefined without one.
 * @param texts ways to write the file, the one liked best first; the first that a link can hold is put into it.
 */
export function hostLink(
  site: { repository?: string | undefined; branch?: string | undefined },
  slug: string,
  texts: readonly string[],
  update: boolean,
): HostLink | undefined {
  const { repository, branch = 'main' } = site;
  if (repository === undefined || !isSafeHttpsAddress(repository)) return undefined;
  const address = repository.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
  const path = `data/vendors/${slug}.yaml`;
  if (new URL(address).hostname !== 'github.com') return { href: address, opens: 'repository' };
  const at = branch.split('/').map(encodeURIComponent).join('/');
  if (update) return { href: `${address}/edit/${at}/${path}`, opens: 'edit' };
  const empty = `${address}/new/${at}?filename=${encodeURIComponent(path)}`;
  const links = texts.map((text) => `${empty}&value=${encodeURIComponent(text)}`);
  const filled = links.findIndex((link) => link.length <= LONGEST_LINK);
  return filled === -1 ? { href: empty, opens: 'new' } : { href: links[filled], filled, opens: 'new' };
}
