/** Fetches a vendor's receipt, computes it again and shows step by step what came out. Loaded when a person asks for it. */
import { render, type VNode } from 'preact';
import { checkLabels } from '../../i18n/labels/check.ts';
import { number } from '../../i18n/numbers.ts';
import type { FrameworksFile, MethodologyFile, Receipt } from '../../schema/api.ts';
import type { Difference } from '../../verify/difference.ts';
import { type CheckedReceipt, checkReceipt } from '../../verify/receipt.ts';
import { stepsOf } from '../../verify/steps.ts';
import { points } from '../../views/format/round.ts';
import { fetchJson } from '../fetch-once.ts';
import { language } from '../page.ts';

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
  render(
    <>
      {differences.length > 0 && differenceTable(differences)}
      {stepTable(receipt, differences)}
      {scoreTables(receipt, checked, frameworks)}
      <p>{t.rankNote}</p>
    </>,
    into,
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

function stepTable(receipt: Receipt, differences: readonly Difference[]) {
  const rows = stepsOf(receipt, differences).map(({ step, items, differences: own }) =>
    row(own.length > 0, t.steps[step], number(items), own.length === 0 ? t.same : t.different(number(own.length))),
  );
  return (
    <div>
      {table('steps', t.stepsTitle, [t.step, t.count, t.result], rows)}
      {receipt.rank && <p>{t.drawn(number(receipt.rules.uncertainty.draws))}</p>}
    </div>
  );
}

function scoreTables(receipt: Receipt, { recomputed: { scores } }: CheckedReceipt, { frameworks }: FrameworksFile) {
  const head = [t.part, t.published, t.recomputed];
  /** As many digits as show that more than the printed points agree. */
  const shown = (score: number | undefined): string => (score === undefined ? t.none : score.toFixed(6));
  const scoreRow = (name: string, published: number | undefined, own: number | undefined) =>
    row(shown(published) !== shown(own), name, shown(published), shown(own));
  const upper = receipt.frameworks.map((f, i) =>
    scoreRow(frameworks[i]?.name[language] ?? f.id, f.estimate?.score, scores.frameworks[i]?.estimate?.score),
  );
  const lower = receipt.frameworks.flatMap((f, i) =>
    f.dimensions.map((d, j) => {
      const own = scores.frameworks[i]?.dimensions[j]?.estimate?.score;
      return scoreRow(frameworks[i]?.dimensions[j]?.name[language] ?? d.id, d.estimate?.score, own);
    }),
  );
  const overall = scoreRow(t.overall, receipt.overall?.score, scores.overall?.score);
  const count = t.dimensionsTitle(number(lower.length));
  return (
    <div>
      {table('scores', t.scoresTitle, head, [overall, ...upper])}
      <details>
        <summary>{count}</summary>
        {table('scores', count, head, lower, 'sr')}
      </details>
    </div>
  );
}

function differenceTable(differences: readonly Difference[]) {
  const text = (value: Difference['published']): string => String(value ?? t.none);
  const rows = differences.map((d) => row(true, d.path, text(d.published), text(d.recomputed)));
  return table('differences', t.differencesTitle, [t.where, t.published, t.recomputed], rows);
}

function table(kind: string, caption: string, head: readonly string[], rows: readonly VNode[], captionKind?: string) {
  return (
    <table class={kind}>
      <caption class={captionKind}>{caption}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

function row(isWrong: boolean, name: string, ...cells: readonly string[]) {
  return (
    <tr class={isWrong ? 'wrong' : undefined}>
      <th scope="row">{name}</th>
      {cells.map((text) => (
        <td>{text}</td>
      ))}
    </tr>
  );
}
