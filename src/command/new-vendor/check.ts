/** Checks a vendor file that is not written yet, by every rule and against the whole workspace. */
import type { RawWorkspace } from '../../load/raw.ts';
import { yamlFile } from '../../load/yaml.ts';
import type { Problem } from '../../schema/problem.ts';
import { validateWorkspace } from '../../validate/workspace.ts';
import { compareText } from '../../schema/order.ts';

/** What is wrong with the file at `path`, warnings among it; problems of other files are theirs. */
export function problemsOfNewFile(raw: RawWorkspace, path: string, slug: string, text: string): Problem[] {
  const vendors = [...raw.vendors, yamlFile(path, slug, text)].sort((a, b) => compareText(a.path, b.path));
  return validateWorkspace({ ...raw, vendors }).problems.filter((p) => p.path === path);
}
