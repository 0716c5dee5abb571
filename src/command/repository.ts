/** Checks of the repository itself, beside its data and its code: schemas that editors read, and owners of files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../schema/text.ts';
import type { CheckerResult } from './checkers.ts';
import { schemasDiffering } from './schemas.ts';

const OWNERS = '.github/CODEOWNERS';

/** Whether `schemas/` is what the program would write. */
export function checkSchemas(project: string): CheckerResult {
  const differing = schemasDiffering(project);
  const passed = differing.length === 0;
  const [zh, en] = passed ? ['通过', 'pass'] : ['未通过', 'FAIL'];
  return {
    passed,
    summary: { zh: `${zh}  编辑器用的格式：schemas/`, en: `${en}  schemas for editors: schemas/` },
    output: passed ? '' : `${differing.map((path) => `${path}: npx node scripts/schemas.ts\n`).join('')}`,
  };
}

/** A warning when files are owned by a team that only stands as an example: nobody would be asked about a change. */
export function ownersWarning(project: string): Bilingual | undefined {
  const path = join(project, OWNERS);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const at = lines.findIndex((line) => !line.startsWith('#') && /@[\w.-]*-example\b/.test(line));
  if (at < 0) return undefined;
  const [owner = ''] = /@\S+/.exec(lines[at] ?? '') ?? [];
  return {
    zh: `提醒 ${OWNERS}:${at + 1}:1 - ${owner} 只是示例，仓库主机不会找任何人审阅；换成您自己的团队\n`,
    en: `warning ${OWNERS}:${at + 1}:1 - ${owner} is only an example, so the host asks nobody to review; put your own team in its place\n`,
  };
}
