/** The side of the form: what the file would score, what would help most, what is wrong with it. */
import { submitLabels } from '../../i18n/labels/submit.ts';
import { number } from '../../i18n/numbers.ts';
import type { Advice } from '../../submit/advice.ts';
import type { Inspection } from '../../submit/inspect.ts';
import type { Standing } from '../../submit/standing.ts';
import { language } from '../page.ts';
import { button, listOf } from '../ui.tsx';
import type { FormController } from './form-controller.ts';

const labels = submitLabels[language];
const t = labels.result;

/** Problems listed at once. */
const LISTED = 8;

/** What the last examination has found. */
export function resultParts(form: FormController, inspection: Inspection) {
  return (
    <>
      {scoreParts(form, inspection)}
      {inspection.advice.length > 0 && adviceParts(form, inspection.advice)}
      {problemParts(form, inspection)}
    </>
  );
}

/** Errors of an inspection, the slug's among them. */
export function faultCount({ problems, slugFault }: Inspection): number {
  return problems.filter((p) => p.severity === 'error').length + (slugFault === undefined ? 0 : 1);
}

/** The result in one line, for small screens. */
export function barParts(inspection: Inspection) {
  const overall = inspection.standing?.overall;
  const faults = faultCount(inspection);
  return (
    <>
      <span>
        {t.overall} <b>{overall === undefined ? '–' : number(overall.score)}</b>
        {overall === undefined ? '' : ` (${number(overall.low)}–${number(overall.high)})`}
      </span>
      <a class={faults > 0 ? 'warn' : undefined} href="#submit-result">
        {faults > 0 ? t.problems(number(faults)) : t.clean}
      </a>
    </>
  );
}

/** Why there is no score. */
function unscored({ draft, worker }: FormController, hasProblems: boolean): string {
  const { status } = draft;
  if (status === 'participating' && worker.rules.method.normalisation !== 'goalposts') return t.comparative;
  if (status === 'listed' || status === 'withdrawn') return t[status];
  return hasProblems ? t.empty : t.nothing;
}

function scoreParts(form: FormController, { standing, problems }: Inspection) {
  if (standing === undefined) return <p>{unscored(form, problems.length > 0)}</p>;
  const { overall, rank, lacks } = standing;
  if (overall === undefined) return <p>{t.nothing}</p>;
  const { score, low, high } = overall;
  const { shown, frameworks } = form.worker.rules;
  const nameOf = (id: string): string => frameworks.find((f) => f.id === id)?.name[language] ?? id;
  const missing = lacks.flatMap((lack) =>
    lack.kind === 'coverage' ? [t.lack(nameOf(lack.framework), number(lack.have), number(lack.need))] : [],
  );
  return (
    <>
      <p class="form-score">
        <span>{t.overall}</span> <b data-score={score}>{number(score)}</b>{' '}
        <span data-low={low} data-high={high}>
          {t.interval(number(low), number(high))}
        </span>
      </p>
      {plot(score, low, high)}
      <p class="form-place">{rank === undefined ? t.provisional : placeText(rank)}</p>
      {missing.length > 0 && listOf(missing, 'hint')}
      <ul class="form-frameworks">
        {shown
          .flatMap((id) => standing.frameworks.filter((f) => f.id === id))
          .map((f) => (
            <li>
              <span>{nameOf(f.id)}</span>
              <b>{f.points === undefined ? '–' : number(f.points.score)}</b>
              <small>{t.covered(number(f.covered), number(f.dimensions))}</small>
            </li>
          ))}
      </ul>
      <p class="hint">{t.basis}</p>
    </>
  );
}

function placeText({ low, high, of, group }: NonNullable<Standing['rank']>): string {
  const parts = [t.place(number(low), number(high), number(of)), t.group(number(group))];
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** The score on its axis of 0 to 100 with its interval, as the site draws scores. */
function plot(score: number, low: number, high: number) {
  return (
    <svg class="form-plot" width="100%" height={16} aria-hidden="true">
      <line class="axis" x1={0} x2="100%" y1={8} y2={8} />
      <line class="range" x1={`${low}%`} x2={`${high}%`} y1={8} y2={8} />
      <svg x={`${score}%`} y={8} overflow="visible">
        <circle class="point" r={5} />
      </svg>
    </svg>
  );
}

function adviceParts(form: FormController, advice: readonly Advice[]) {
  return (
    <>
      <h3>{t.advice}</h3>
      <ol class="form-advice">
        {advice.map((one) => {
          const at = `answers.${one.framework}.${one.criterion}`;
          return (
            <li>
              {button(labelOf(form, at), () => reveal(form, at))}
              <b>{t.gain(number(one.gain, one.gain < 1 ? 2 : 1))}</b>
              <p>{(one.kind === 'answer' ? t.answer : t.document)(number(one.facets))}</p>
            </li>
          );
        })}
      </ol>
      <p class="hint">{t.gainNote}</p>
    </>
  );
}

function problemParts(form: FormController, inspection: Inspection) {
  const { problems, slugFault } = inspection;
  const [errors, warnings] = (['error', 'warning'] as const).map((s) => problems.filter((p) => p.severity === s));
  const count = faultCount(inspection);
  const row = (severity: string, label: string, path: string, text: string) => (
    <li class={severity}>
      {button(label, () => reveal(form, path))}
      <p>{text}</p>
    </li>
  );
  const rows = (list: Inspection['problems'] = []) =>
    list.slice(0, LISTED).map((p) => row(p.severity, labelOf(form, p.field), p.field, p.text));
  const more = (errors?.length ?? 0) - LISTED;
  return (
    <>
      <h3 class={count > 0 ? 'warn' : undefined} id="submit-problems" tabindex={-1}>
        {count > 0 ? t.problems(number(count)) : t.clean}
      </h3>
      <ul class="form-problems">
        {slugFault !== undefined && row('error', labels.fields.slug, 'slug', labels.slugFaults[slugFault])}
        {rows(errors)}
        {more > 0 && <li>{t.more(number(more))}</li>}
        {rows(warnings)}
      </ul>
    </>
  );
}

/** What a person calls the field at a path. */
function labelOf(form: FormController, path: string): string {
  const [first, frameworkId, criterionId, part, facetId] = path.split('.');
  if (first === 'answers' && criterionId !== undefined) {
    const framework = form.worker.rules.frameworks.find((f) => f.id === frameworkId);
    const criterion = framework?.dimensions.flatMap((d) => d.criteria).find((c) => c.id === criterionId);
    const facet = part === 'facets' ? criterion?.facets.find((f) => f.id === facetId) : undefined;
    return (facet ?? criterion)?.name[language] ?? path;
  }
  const label = form.labels.get(form.fieldOf(path) ?? '');
  return label ?? (path === '' ? labels.finish.path : path);
}

/** Opens whatever the field at a path is in, and puts the focus there. */
function reveal(form: FormController, path: string): void {
  const [first, framework, criterion] = path.split('.');
  const details =
    first === 'answers' &&
    document.querySelector<HTMLDetailsElement>(`details[data-criteria~="${CSS.escape(`${framework}.${criterion}`)}"]`);
  if (details) {
    details.open = true;
    form.opened.add(details.id);
    form.drawNow();
  }
  const field = path === 'slug' ? path : form.fieldOf(path);
  const root = document.querySelector(`[data-field="${CSS.escape(field ?? '')}"]`);
  if (root === null) return;
  const target =
    root.querySelector<HTMLElement>('input:checked, input:not([type=radio]), textarea, select') ??
    root.querySelector<HTMLElement>('input, button');
  root.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
