/** The vocabularies of the directory: every id once in its list, none the address of another page. Cities may share an id across regions. */
import { REGIONS_TAKEN, type Directory } from '../schema/directory.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueIds } from './unique.ts';

export function checkDirectory(checked: Checked<Directory>, report: Report): void {
  const { data } = checked;
  for (const list of ['services', 'industries', 'languages', 'contacts', 'regions', 'priceBases'] as const) {
    uniqueIds(checked, [list], data[list], report);
  }
  for (const [r, { id, cities }] of data.regions.entries()) {
    uniqueIds(checked, ['regions', r, 'cities'], cities, report);
    if (REGIONS_TAKEN.includes(id)) report.yaml(checked.file, ['regions', r, 'id'], 'id-reserved');
  }
  if (data.licence !== undefined) uniqueIds(checked, ['licence', 'states'], data.licence.states, report);
}
