import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/import/report.ts';
import { runImport } from '../../src/import/run.ts';
import { csvRecords } from '../../src/load/csv.ts';

/**
 * The three real files, which are not part of this repository. HENGPING_CASES names the folder that holds them; each expected
 * figure is a count that the file's publisher states or that a spreadsheet shows.
 */
const CASES = process.env['HENGPING_CASES'];
if (CASES === undefined) console.warn('HENGPING_CASES is not set: the imports of real files are skipped.');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function importCase(id: string, input: string): Promise<{ report: ImportReport; root: string }> {
  const root = mkdtempSync(join(tmpdir(), 'case-'));
  folders.push(root);
  cpSync(join(import.meta.dirname, '../workspaces', id), root, { recursive: true });
  const map = join(root, `data/imports/${id}.yaml`);
  const report = await runImport(
    { map, input: join(CASES ?? '', input), workspace: root, dryRun: false, strict: true, replace: false },
    'en',
  );
  return { report, root };
}

/** Cells of one column of a written table. */
function column(root: string, path: string, name: string): string[] {
  const { rows } = csvRecords(readFileSync(join(root, path), 'utf8'));
  const at = rows[0]?.indexOf(name) ?? -1;
  expect(at).toBeGreaterThanOrEqual(0);
  return rows.slice(1).map((cells) => cells[at] ?? '');
}

describe.skipIf(CASES === undefined)(
  `real files${CASES === undefined ? ' (skipped: HENGPING_CASES names no folder)' : ''}`,
  () => {
    it('passengers on airline lounges: every review is taken, names become hashes, zeros become unknown', async () => {
      const { report, root } = await importCase('skytrax-lounge', 'skytrax_lounge/lounge.csv');
      expect(report.tally).toMatchObject({ read: 2264, taken: 2264, skipped: 0, bad: 0 });
      expect(report.created).toHaveLength(97);
      const table = 'data/reviews/skytrax-lounge.csv';
      expect(column(root, table, 'reviewer').every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
      expect(new Set(column(root, table, 'comfort'))).toEqual(new Set(['', '1', '2', '3', '4', '5']));
      // 8 zeros and no blanks in the comfort column of the file; 128 zeros and 11 blanks in that of the network.
      expect(column(root, table, 'comfort').filter((mark) => mark === '')).toHaveLength(8);
      expect(column(root, table, 'wifi').filter((mark) => mark === '')).toHaveLength(139);
      // 816 of 2,264 recommend.
      expect(column(root, table, 'recommend').filter((answer) => answer === 'yes')).toHaveLength(816);
      expect(
        column(root, table, 'overall').every((mark) => mark === '' || (Number(mark) >= 1 && Number(mark) <= 5)),
      ).toBe(true);
    });

    it('complaints about insurers: one year becomes the answers of 135 insurers', async () => {
      const { report, root } = await importCase(
        'ny-auto-complaints',
        'ny_auto_complaints/ny_auto_complaint_rankings_2009_2020.csv',
      );
      expect(report.tally).toMatchObject({ read: 1942, taken: 135, skipped: 1807, bad: 0 });
      expect(report.created).toHaveLength(135);
      expect(readdirSync(join(root, 'data/vendors'))).toHaveLength(135);
    });

    it('tickets of support groups: the last of 119,998 events for each of 20,769 tickets', async () => {
      const { report, root } = await importCase('it-incident-sla', 'it_incident_sla/incident_event_log.csv.gz');
      const superseded = report.tally.reasons.find((r) => r.reason === 'superseded');
      expect(report.tally.read).toBe(119_998);
      expect(superseded?.count).toBe(119_998 - 20_769);
      // 2,157 tickets end without a group.
      expect(report.tally.taken).toBe(20_769 - 2_157);
      expect(report.created).toHaveLength(64);
      const minutes = column(root, 'data/observations/it-incident-sla.csv', 'minutes-to-solve');
      // The longest took 8,070 hours; none is negative, none was never solved.
      expect(Math.floor(Math.max(...minutes.filter((m) => m !== '').map(Number)) / 60)).toBe(8070);
      expect(minutes).not.toContain('none');
    });
  },
);
