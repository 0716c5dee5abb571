/** Walks every text of a YAML file that the public will read and reports personal data in it. */
import type { Path } from '../load/raw.ts';
import { personalData } from './personal-data.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

/** @param except keys whose texts are not looked at, wherever they stand. */
export function privacyRule({ file, data }: Checked<unknown>, except: readonly string[], report: Report): void {
  for (const [at, text] of texts(data, [])) {
    if (except.includes(String(at.at(-1)))) continue;
    for (const { rule, found } of personalData(text)) report.yaml(file, at, rule, { found });
  }
}

/** Every text in plain data that is long enough to hold something, with its path. */
function* texts(value: unknown, at: Path): Generator<[Path, string]> {
  if (typeof value === 'string') {
    if (value.length >= 8) yield [at, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...at, Array.isArray(value) ? Number(key) : key]);
  }
}
