/** A method: folder name, order of its numbers, decisions and prose. Weights and goalposts have files of their own. */
import type { RawMethod } from '../load/raw.ts';
import type { Method } from '../schema/method.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueWords } from './unique.ts';

/** What every version must keep, also one that is long past. */
export function checkMethod(
  checked: Checked<Method>,
  raw: RawMethod,
  decisions: ReadonlySet<string>,
  asOf: string | undefined,
  report: Report,
): void {
  const { status, published } = checked.data;
  if (status === 'published' && asOf !== undefined && published > asOf)
    report.yaml(checked.file, ['published'], 'future-date', { limit: asOf });
  folderRule(checked, report);
  orderRule(checked, report);
  decisionRule(checked, decisions, report);
  for (const language of ['zh', 'en']) {
    if (!raw.prose.includes(language)) {
      const path = raw.file.path.replace(/method\.yaml$/, `${language}.mdx`);
      report.add({ path, line: 0, column: 0, field: '', rule: 'prose-missing' });
    }
  }
}

function folderRule({ file, data }: Checked<Method>, report: Report): void {
  if (data.version !== file.name) report.yaml(file, ['version'], 'method-folder', { expected: file.name });
}

/** Better evidence never counts less, and no range ends before it begins. */
function orderRule({ file, data }: Checked<Method>, report: Report): void {
  const { observed, documented, declared } = data.facts.tiers;
  if (documented > observed)
    report.yaml(file, ['facts', 'tiers', 'documented'], 'tiers-order', { than: 'observed', limit: observed });
  if (declared > documented)
    report.yaml(file, ['facts', 'tiers', 'declared'], 'tiers-order', { than: 'documented', limit: documented });
  const { kMin, kMax } = data.reviews.shrinkage;
  if (kMin !== undefined && kMax !== undefined && kMin > kMax)
    report.yaml(file, ['reviews', 'shrinkage', 'kMin'], 'range-order', { limit: kMax, upper: 'kMax' });
  const { low, high } = data.sensitivity.weightFactor;
  if (low > high)
    report.yaml(file, ['sensitivity', 'weightFactor', 'low'], 'range-order', { limit: high, upper: 'high' });
}

/**
 * A version says what it changes since the one before it, in words of its own. Drafts need not yet.
 * @param methods oldest first.
 */
export function successionRule(methods: readonly Checked<Method>[], report: Report): void {
  const finished = methods.filter((m) => m.data.status !== 'draft');
  finished.forEach(({ file, data }, i) => {
    const before = finished[i - 1]?.data;
    if (before === undefined) return;
    if (data.changes.length === 0) report.yaml(file, ['changes'], 'changes-missing', { before: before.version });
    for (const language of ['zh', 'en'] as const) {
      if (data.summary[language] === before.summary[language])
        report.yaml(file, ['summary', language], 'summary-repeated', { before: before.version });
    }
  });
}

function decisionRule(checked: Checked<Method>, decisions: ReadonlySet<string>, report: Report): void {
  uniqueWords(checked, ['decisions'], checked.data.decisions, report);
  for (const [i, number] of checked.data.decisions.entries()) {
    if (!decisions.has(number))
      report.yaml(checked.file, ['decisions', i], 'decision-missing', amongst(number, decisions));
  }
}
