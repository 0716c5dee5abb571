/** The golden workspace with two releases and a change of method between them: one weight, one parameter, one wording. */
import { freeze } from '../../src/release/freeze.ts';
import { type Copy, newMethod } from './golden-folder.ts';

export const FIRST_RELEASE = '2026-06';
export const SECOND_RELEASE = '2026-07';

/** Method 2026.1 is frozen; then 2026.2 moves a weight by 5 points, shortens the half-life and rewords a criterion, and is frozen. */
export async function twoReleases(copy: Copy): Promise<Copy> {
  const { folder, edit } = copy;
  await freeze(folder, FIRST_RELEASE);
  newMethod(copy);
  const method = 'content/methodology/2026.2/method.yaml';
  edit(method, 'halfLifeDays: 365\n  reviewerWindowDays', 'halfLifeDays: 180\n  reviewerWindowDays');
  edit(method, 'frameworks:', "changes:\n  - { zh: 承诺更要紧。, en: Promises matter more. }\nframeworks:");
  edit('content/frameworks/care.yaml', "如期取到。, en: 'Ready when promised.'", "到期取到。, en: 'Ready on the day.'");
  await freeze(folder, SECOND_RELEASE);
  return copy;
}
