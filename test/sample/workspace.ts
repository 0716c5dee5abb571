/** What the tests of the generator share: the repository's own content, and its sample made once. */
import { join } from 'node:path';
import Papa from 'papaparse';
import { preparedQuestions } from '../../src/sample/response.ts';
import { readSampleContext } from '../../src/sample/workspace.ts';
import { jobOf } from '../../src/sample/context.ts';
import { generateSample, makeVendor, type SampleVendor } from '../../src/sample/generate.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const context = readSampleContext(ROOT);
export const sample = generateSample(context);

const job = jobOf(context);
const asked = preparedQuestions(job);
/** The forty vendors with what no file tells. */
export const vendors: SampleVendor[] = Array.from({ length: job.vendors }, (_, index) => makeVendor(job, asked, index));

/** Rows of all CSV files in a folder, by column. */
export function rowsIn(folder: string, files: ReadonlyMap<string, string> = sample): Record<string, string>[] {
  return [...files]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .flatMap(([, text]) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data);
}
