/** Checks a vendor file that is not written yet, by every rule and against the whole workspace. */
import type { RawWorkspace } from '../../load/raw.ts';
import { yamlFile } from '../../load/yaml.ts';
import { type Problem, WorkspaceProblems } from '../../schema/problem.ts';
import { validateWorkspace } from '../../validate/workspace.ts';

/** What is wrong with the file at `path`, warnings among it; problems of other files are theirs. */
export function problemsOfNewFile(raw: RawWorkspace, path: string, slug: string, text: string): Problem[] {
  const vendors = [...raw.vendors, yamlFile(path, slug, text)].sort((a, b) => (a.path < b.path ? -1 : 1));
  try {
    return validateWorkspace({ ...raw, vendors }).warnings.filter((p) => p.path === path);
  } catch (error) {
    if (error instanceof WorkspaceProblems) return error.problems.filter((p) => p.path === path);
    throw error;
  }
}
