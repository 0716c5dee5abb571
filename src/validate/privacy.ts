/** Walks every text of a YAML file that the public will read and reports personal data in it. */
import { personalData } from './personal-data.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

/** @param except keys whose values are not looked at, wherever they stand. */
export function privacyRule({ file, data }: Checked<unknown>, except: readonly string[], report: Report): void {
  look(data, []);

  /** `at` is one array for the whole walk: paths are copied only when something is found. */
  function look(value: unknown, at: (string | number)[]): void {
    if (typeof value === 'string') {
      if (value.length < SHORTEST) return;
      for (const { rule, shown } of personalData(value)) report.yaml(file, [...at], rule, { found: shown });
    } else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) within(value[i], i, at);
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) if (!except.includes(key)) within((value as Record<string, unknown>)[key], key, at);
    }
  }

  function within(value: unknown, step: string | number, at: (string | number)[]): void {
    at.push(step);
    look(value, at);
    at.pop();
  }
}

/** No personal datum is shorter. */
const SHORTEST = 8;
