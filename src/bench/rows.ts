/** Budget: reviews read, validated and summarised within 1.5 times PapaParse alone on the same files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readWorkspace } from '../load/workspace.ts';
import { scoreMarket } from '../score/market.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
import { type Finding, ratio } from './measure.ts';

/**
 * Reads the review files of `folder` whole and hands them to PapaParse, in turn with reading, validating and summarising
 * the whole workspace (few vendors, so that the reviews are what takes the time).
 */
export async function benchRows(folder: string, reviews: number): Promise<Finding> {
  const files = readdirSync(join(folder, 'data/reviews')).map((name) => join(folder, 'data/reviews', name));
  let rows = 0;
  const papaAlone = (): void => {
    rows = 0;
    for (const file of files) {
      Papa.parse(readFileSync(file, 'utf8'), {
        step: () => {
          rows += 1;
        },
      });
    }
  };
  const whole = async (): Promise<void> => {
    const dataset = requireDataset(validateWorkspace(await readWorkspace(folder)));
    scoreMarket(dataset, { draws: 0 });
  };
  const found = await ratio(3, whole, papaAlone);
  return {
    what: `${reviews} reviews read, validated, summarised (${rows} rows)`,
    measured: `${found.ratio.toFixed(2)} x PapaParse alone`,
    budget: '1.5 x',
    holds: found.ratio <= 1.5,
    detail: { wholeMs: found.a, papaMs: found.b },
  };
}
