/** The side of the form: what the file would score, what would help most, what is wrong with it. */
import { number } from '../../i18n/numbers.ts';
import type { Advice } from '../../submit/advice.ts';
import type { Inspection } from '../../submit/inspect.ts';
import type { Told } from '../../submit/told-problem.ts';
import type { Standing } from '../../submit/standing.ts';
import { drawn, make } from '../dom.ts';
import type { Desk } from './form-controller.ts';
import { button } from './controls.ts';
import { labelOf, reveal } from './reveal.ts';

/** Problems listed at once. */
const LISTED = 8;

/** Draws the result into `into` after each look, and one line of it into `bar`. */
export function showResult(desk: Desk, into: HTMLElement, bar: HTMLElement): void {
  const busy = (now: boolean): void => into.parentElement?.setAttribute('aria-busy', String(now));
  desk.onChanged(() => busy(true));
  desk.onInspected((inspection) => {
    busy(false);
    into.replaceChildren(
      ...scoreParts(desk, inspection),
      ...adviceParts(desk, inspection.advice),
      ...problemParts(desk, inspection),
    );
    bar.replaceChildren(...barParts(desk, inspection));
  });
}

/** Errors of an inspection, the slug's among them. */
export function faultCount({ problems, slugFault }: Inspection): number {
  return problems.filter((p) => p.severity === 'error').length + (slugFault === undefined ? 0 : 1);
}

function barParts(desk: Desk, inspection: Inspection): (HTMLElement | string)[] {
  const t = desk.t.result;
  const overall = inspection.standing?.overall;
  const faults = faultCount(inspection);
  return [
    make(
      'span',
      '',
      {},
      t.overall,
      ' ',
      make('b', '', {}, overall === undefined ? '–' : number(overall.score)),
      overall === undefined ? '' : ` (${number(overall.low)}–${number(overall.high)})`,
    ),
    make('a', faults > 0 ? 'warn' : '', { href: '#submit-result' }, faults > 0 ? t.problems(number(faults)) : t.clean),
  ];
}

function scoreParts(desk: Desk, { standing, problems }: Inspection): (HTMLElement | SVGElement)[] {
  const t = desk.t.result;
  if (standing === undefined) {
    const status = desk.draft['status'];
    return [
      make(
        'p',
        '',
        {},
        status === 'participating' && desk.bench.rules.method.normalisation !== 'goalposts'
          ? t.comparative
          : status === 'listed'
            ? t.listed
            : status === 'withdrawn'
              ? t.withdrawn
              : problems.length > 0
                ? t.empty
                : t.nothing,
      ),
    ];
  }
  const { overall, rank } = standing;
  if (overall === undefined) return [make('p', '', {}, t.nothing)];
  return [
    make(
      'p',
      'form-score',
      {},
      make('span', '', {}, t.overall),
      ' ',
      make('b', '', { 'data-score': String(overall.score) }, number(overall.score)),
      ' ',
      make(
        'span',
        '',
        { 'data-low': String(overall.low), 'data-high': String(overall.high) },
        t.interval(number(overall.low), number(overall.high)),
      ),
    ),
    plot(overall),
    make(
      'p',
      'form-place',
      {},
      rank === undefined
        ? t.provisional
        : [t.place(number(rank.low), number(rank.high), number(rank.of)), t.group(number(rank.group))].join(
            desk.language === 'zh' ? '，' : ', ',
          ),
    ),
    ...lackParts(desk, standing),
    make(
      'ul',
      'form-frameworks',
      {},
      ...inOrder(desk, standing).map((f) =>
        make(
          'li',
          '',
          {},
          make('span', '', {}, frameworkName(desk, f.id)),
          make('b', '', {}, f.points === undefined ? '–' : number(f.points.score)),
          make('small', '', {}, t.covered(number(f.covered), number(f.dimensions))),
        ),
      ),
    ),
    make('p', 'hint', {}, t.basis),
  ];
}

/** Frameworks as the site orders them. */
function inOrder({ bench: { rules } }: Desk, { frameworks }: Standing): Standing['frameworks'] {
  return rules.shown.flatMap((id) => frameworks.filter((f) => f.id === id));
}

function frameworkName(desk: Desk, id: string): string {
  return desk.bench.rules.frameworks.find((f) => f.id === id)?.name[desk.language] ?? id;
}

function lackParts(desk: Desk, { lacks }: Standing): HTMLElement[] {
  const t = desk.t.result;
  const lines = lacks.flatMap((lack) =>
    lack.kind === 'coverage'
      ? [make('li', '', {}, t.lack(frameworkName(desk, lack.framework), number(lack.have), number(lack.need)))]
      : [],
  );
  return lines.length === 0 ? [] : [make('ul', 'hint', {}, ...lines)];
}

/** The score on its axis of 0 to 100 with its interval, as the site draws scores. */
function plot({ score, low, high }: { score: number; low: number; high: number }): SVGElement {
  return drawn(
    'svg',
    { class: 'form-plot', width: '100%', height: 16, 'aria-hidden': 'true' },
    drawn('line', { class: 'axis', x1: 0, x2: '100%', y1: 8, y2: 8 }),
    drawn('line', { class: 'range', x1: `${low}%`, x2: `${high}%`, y1: 8, y2: 8 }),
    drawn('svg', { x: `${score}%`, y: 8, overflow: 'visible' }, drawn('circle', { class: 'point', r: 5 })),
  );
}

function adviceParts(desk: Desk, advice: readonly Advice[]): HTMLElement[] {
  const t = desk.t.result;
  if (advice.length === 0) return [];
  return [
    make('h3', '', {}, t.advice),
    make(
      'ol',
      'form-advice',
      {},
      ...advice.map((one) => {
        const at = `answers.${one.framework}.${one.criterion}`;
        const gain = number(one.gain, one.gain < 1 ? 2 : 1);
        return make(
          'li',
          '',
          {},
          button(labelOf(desk, at), () => reveal(desk, at)),
          make('b', '', {}, t.gain(gain)),
          make('p', '', {}, (one.kind === 'answer' ? t.answer : t.document)(number(one.facets))),
        );
      }),
    ),
    make('p', 'hint', {}, t.gainNote),
  ];
}

function problemParts(desk: Desk, { problems, slugFault }: Inspection): HTMLElement[] {
  const t = desk.t.result;
  const errors = problems.filter((p) => p.severity === 'error');
  const count = errors.length + (slugFault === undefined ? 0 : 1);
  const warnings = problems.filter((p) => p.severity === 'warning');
  const row = (problem: Told): HTMLElement =>
    make(
      'li',
      problem.severity,
      {},
      button(labelOf(desk, problem.field), () => reveal(desk, problem.field)),
      make('p', '', {}, problem.text),
    );
  return [
    make(
      'h3',
      count > 0 ? 'warn' : '',
      { id: 'submit-problems', tabindex: '-1' },
      count > 0 ? t.problems(number(count)) : t.clean,
    ),
    make(
      'ul',
      'form-problems',
      {},
      ...(slugFault === undefined
        ? []
        : [
            make(
              'li',
              'error',
              {},
              button(desk.t.fields.slug, () => reveal(desk, 'slug')),
              make('p', '', {}, desk.t.slugFaults[slugFault]),
            ),
          ]),
      ...errors.slice(0, LISTED).map(row),
      ...(errors.length > LISTED ? [make('li', '', {}, t.more(number(errors.length - LISTED)))] : []),
      ...warnings.slice(0, LISTED).map(row),
    ),
  ];
}
