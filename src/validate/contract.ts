/** Contract clauses: ids once each, criteria that exist. */
import type { Contract } from '../schema/contract.ts';
import { criterionFault, type Known } from './known.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueIds, uniqueWords } from './unique.ts';

export function checkContract(checked: Checked<Contract>, known: Known, report: Report): void {
  const { clauses } = checked.data;
  uniqueIds(checked, ['clauses'], clauses, report);
  for (const [i, clause] of clauses.entries()) {
    const at = ['clauses', i, 'criteria'];
    uniqueWords(checked, at, clause.criteria, report);
    for (const [c, ref] of clause.criteria.entries()) {
      const fault = criterionFault(ref, known);
      if (fault !== undefined) report.yaml(checked.file, [...at, c], fault.rule, fault.params);
    }
  }
}
