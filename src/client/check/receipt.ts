/** Fetches a vendor's receipt, computes it again and shows step by step what came out. Loaded when a person asks for it. */
import { checkLabels } from '../../i18n/labels/check.ts';
import { number } from '../../i18n/numbers.ts';
import type { FrameworksFile, MethodologyFile, Receipt } from '../../schema/api.ts';
import type { Difference } from '../../verify/difference.ts';
import { type CheckedReceipt, checkReceipt } from '../../verify/receipt.ts';
import { stepsOf } from '../../verify/steps.ts';
import { points } from '../../views/format/round.ts';
import { fetchJson } from '../fetch-once.ts';

const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = checkLabels[language];

/**
 * Checks the receipt that `section` names and fills `into`.
 * @returns one sentence on what came out. @throws when a file cannot be fetched.
 */
export async function checkInto(section: HTMLElement, into: HTMLElement): Promise<string> {
  const address = new URL(section.dataset['receipt'] ?? '', location.href);
  const [receipt, frameworks, methodology] = await Promise.all([
    fetchJson<Receipt>(address),
    fetchJson<FrameworksFile>(new URL('../frameworks.json', address)),
    fetchJson<MethodologyFile>(new URL('../methodology.json', address)),
  ]);
  const begin = performance.now();
  const checked = checkReceipt(receipt, { frameworks, methodology });
  const seconds = (performance.now() - begin) / 1000;
  const differences = [...checked.differences, ...printedDifferences(section, receipt)];
  section.classList.toggle('wrong', differences.length > 0);
  into.replaceChildren(
    ...(differences.length > 0 ? [differenceTable(differences)] : []),
    stepTable(receipt, differences),
    scoreTables(receipt, checked, frameworks),
    element('p', t.rankNote),
  );
  const values = number(checked.compared);
  return differences.length > 0
    ? t.differs(number(differences.length), values)
    : t.agrees(values, number(Math.max(0.01, seconds), 2));
}

/** The page prints whole points; they too must be those of the receipt. */
function printedDifferences(section: HTMLElement, { slug, overall }: Receipt): Difference[] {
  const expected: Readonly<Record<string, number>> = overall ? { ...points(overall) } : {};
  return Object.entries(expected).flatMap(([key, value]) => {
    const printed = section.dataset[key];
    return printed === String(value)
      ? []
      : [{ vendor: slug, path: `${t.printed} ${key}`, published: printed, recomputed: value }];
  });
}

function stepTable(receipt: Receipt, differences: readonly Difference[]): HTMLElement {
  const rows = stepsOf(receipt, differences).map(({ step, items, differences: own }) =>
    row(own.length > 0, t.steps[step], number(items), own.length === 0 ? t.same : t.different(number(own.length))),
  );
  const drawn = receipt.rank ? [element('p', t.drawn(number(receipt.rules.uncertainty.draws)))] : [];
  return element('div', table('steps', t.stepsTitle, [t.step, t.count, t.result], rows), ...drawn);
}

function scoreTables(
  receipt: Receipt,
  { recomputed: { scores } }: CheckedReceipt,
  { frameworks }: FrameworksFile,
): HTMLElement {
  const head = [t.part, t.published, t.recomputed];
  const scoreRow = (name: string, published: number | undefined, own: number | undefined): HTMLElement =>
    row(shown(published) !== shown(own), name, shown(published), shown(own));
  const upper = [
    scoreRow(t.overall, receipt.overall?.score, scores.overall?.score),
    ...receipt.frameworks.map((f, i) =>
      scoreRow(frameworks[i]?.name[language] ?? f.id, f.estimate?.score, scores.frameworks[i]?.estimate?.score),
    ),
  ];
  const lower = receipt.frameworks.flatMap((f, i) =>
    f.dimensions.map((d, j) =>
      scoreRow(
        frameworks[i]?.dimensions[j]?.name[language] ?? d.id,
        d.estimate?.score,
        scores.frameworks[i]?.dimensions[j]?.estimate?.score,
      ),
    ),
  );
  const count = t.dimensionsTitle(number(lower.length));
  const whole = table('scores', t.scoresTitle, head, upper);
  const parts = table('scores', count, head, lower);
  parts.caption?.classList.add('sr');
  return element('div', whole, element('details', element('summary', count), parts));
}

function differenceTable(differences: readonly Difference[]): HTMLElement {
  const text = (value: Difference['published']): string =>
    value === undefined || value === null ? t.none : String(value);
  const rows = differences.map((d) => row(true, d.path, text(d.published), text(d.recomputed)));
  return table('differences', t.differencesTitle, [t.where, t.published, t.recomputed], rows);
}

/** As many digits as show that more than the printed points agree. */
function shown(score: number | undefined): string {
  return score === undefined ? t.none : score.toFixed(6);
}

function table(
  kind: 'steps' | 'scores' | 'differences',
  caption: string,
  head: readonly string[],
  rows: readonly HTMLElement[],
): HTMLTableElement {
  const heads = head.map((text) => {
    const th = element('th', text);
    th.scope = 'col';
    return th;
  });
  const made = element(
    'table',
    element('caption', caption),
    element('thead', element('tr', ...heads)),
    element('tbody', ...rows),
  );
  made.className = kind;
  return made;
}

function row(wrong: boolean, name: string, ...cells: readonly string[]): HTMLElement {
  const th = element('th', name);
  th.scope = 'row';
  const made = element('tr', th, ...cells.map((text) => element('td', text)));
  made.classList.toggle('wrong', wrong);
  return made;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
