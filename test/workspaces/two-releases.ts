/** The golden workspace with two releases and a change of method between them: one weight, one parameter, one wording. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { freeze } from '../../src/release/freeze.ts';
import { type Copy, newMethod } from './golden-folder.ts';

export const FIRST_RELEASE = '2026-06';
export const SECOND_RELEASE = '2026-07';

/** Method 2026.1 is frozen; then 2026.2 moves a weight by 5 points, shortens the half-life and rewords a criterion, and is frozen; then `elm` gets the name `elm-tree`. */
export async function twoReleases(copy: Copy): Promise<Copy> {
  const { folder, edit } = copy;
  await freeze(folder, FIRST_RELEASE);
  newMethod(copy);
  const method = 'content/methodology/2026.2/method.yaml';
  edit(method, 'halfLifeDays: 365\n  reviewerWindowDays', 'halfLifeDays: 180\n  reviewerWindowDays');
  edit('content/frameworks/care.yaml', "如期取到。, en: 'Ready when promised.'", "到期取到。, en: 'Ready on the day.'");
  await freeze(folder, SECOND_RELEASE);
  renameSync(join(folder, 'data/vendors/elm.yaml'), join(folder, 'data/vendors/elm-tree.yaml'));
  copy.write('data/renamed.yaml', '- { from: elm, to: elm-tree, on: 2026-06-30 }\n');
  return copy;
}
