/** What the rest of a workspace may refer to. Where a part is faulty, nobody is blamed for referring to it. */
import type { Directory } from '../schema/directory.ts';
import type { Criterion, Framework } from '../schema/framework.ts';
import type { RuleId } from '../schema/rules.ts';
import { amongst } from './nearest.ts';
import type { Params } from './report.ts';

/** A framework with its criteria by id. */
export interface FrameworkIndex {
  framework: Framework;
  criteria: ReadonlyMap<string, Criterion>;
}

export interface Known {
  /** The day that counts as today; undefined when the release is faulty. */
  asOf: string | undefined;
  /** Undefined when faulty. */
  directory: Directory | undefined;
  /** By id; undefined for one whose file is faulty. */
  frameworks: ReadonlyMap<string, FrameworkIndex | undefined>;
  /** Slugs, faulty files included. */
  vendors: ReadonlySet<string>;
  /** Paths of evidence files. */
  evidence: ReadonlySet<string>;
}

/** A framework with what rules look up in it. */
export function indexOf(framework: Framework): FrameworkIndex {
  const criteria = new Map(framework.dimensions.flatMap((d) => d.criteria).map((c) => [c.id, c]));
  return { framework, criteria };
}

/** What is wrong with `framework/criterion`; nothing when it exists or its framework cannot be judged. */
export function criterionFault(ref: string, known: Known): { rule: RuleId; params: Params } | undefined {
  const [frameworkId = '', criterionId = ''] = ref.split('/');
  if (!known.frameworks.has(frameworkId))
    return { rule: 'framework-unknown', params: amongst(frameworkId, known.frameworks.keys()) };
  const index = known.frameworks.get(frameworkId);
  if (index === undefined || index.criteria.has(criterionId)) return undefined;
  return {
    rule: 'criterion-unknown',
    params: { ...amongst(criterionId, index.criteria.keys()), framework: frameworkId },
  };
}
