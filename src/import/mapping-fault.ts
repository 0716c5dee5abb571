/** A fault of a mapping, before its place in the file is known. */
import type { Path } from '../schema/plain-data.ts';
import type { RuleId } from '../validate/rules.ts';
import type { Params } from '../validate/report.ts';

/** One fault: where in the mapping (keys and indexes from its root), the rule, and what its sentence needs. */
export interface MappingFault {
  path: Path;
  rule: RuleId;
  params: Params;
  /** Whether the key is at fault rather than the value. */
  key?: true;
}
