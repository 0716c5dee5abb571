/** The answers: frameworks, themes, dimensions; the criteria of a dimension are drawn when it is opened. */
import type { Criterion, Dimension, Framework } from '../../schema/framework.ts';
import { ANSWER_STATES } from '../../schema/words.ts';
import { number } from '../../i18n/numbers.ts';
import { stateIn, withApplies, withFacet } from '../../submit/answers.ts';
import { type DraftPath, listIn, textIn } from '../../submit/draft.ts';
import { make } from '../dom.ts';
import { numberField, pairField, radiosField } from './controls.ts';
import type { Desk } from './form-controller.ts';
import { attachedEvidence } from './evidence.ts';

/** One framework with its dimensions closed. */
export function frameworkFields(desk: Desk, framework: Framework): HTMLElement {
  const { language } = desk;
  return make(
    'section',
    'answers',
    { id: `a-${framework.id}` },
    make('h3', '', {}, framework.name[language]),
    ...framework.themes.flatMap((theme) => {
      const own = framework.dimensions.filter(
        (d) => d.theme === theme.id && d.criteria.some((c) => c.measure !== undefined),
      );
      return own.length === 0
        ? []
        : [make('h4', '', {}, theme.name[language]), ...own.map((d) => dimensionFields(desk, framework, d))];
    }),
  );
}

/** Facets (or levels and numbers) of a dimension that are answered, and how many there are. */
function progressOf(desk: Desk, framework: Framework, dimension: Dimension): [number, number] {
  let [answered, all] = [0, 0];
  for (const criterion of dimension.criteria) {
    const at: DraftPath = ['answers', framework.id, criterion.id];
    const applies = textIn(desk.draft, [...at, 'state']) !== 'not-applicable';
    const parts =
      criterion.measure?.kind === 'checklist'
        ? criterion.facets.map((f) => stateIn(desk.draft, [...at, 'facets', f.id]) !== 'unknown')
        : criterion.measure === undefined
          ? []
          : [
              (criterion.measure.kind === 'level' ? ['level'] : ['value', 'numerator']).some(
                (part) => textIn(desk.draft, [...at, part]) !== '',
              ),
            ];
    all += parts.length;
    answered += applies ? parts.filter(Boolean).length : parts.length;
  }
  return [answered, all];
}

function dimensionFields(desk: Desk, framework: Framework, dimension: Dimension): HTMLElement {
  const { t, language } = desk;
  const progress = make('small', '', {});
  const body = make('div', '', {});
  const details = make(
    'details',
    'to-answer',
    { id: `d-${framework.id}-${dimension.id}` },
    make('summary', '', {}, dimension.name[language], ' ', progress),
    body,
  );
  details.dataset['criteria'] = dimension.criteria.map((c) => `${framework.id}.${c.id}`).join(' ');
  const count = (): void => {
    const [answered, all] = progressOf(desk, framework, dimension);
    progress.textContent = t.answered(number(answered), number(all));
    details.classList.toggle('done', answered === all);
  };
  let drawn = false;
  details.addEventListener('toggle', () => {
    if (drawn || !details.open) return;
    drawn = true;
    body.append(
      make('p', 'hint', {}, dimension.summary[language]),
      ...dimension.criteria.filter((c) => c.measure !== undefined).map((c) => criterionFields(desk, framework, c)),
    );
    desk.showFaults();
  });
  desk.onChanged(count);
  count();
  return details;
}

function criterionFields(desk: Desk, framework: Framework, criterion: Criterion): HTMLElement {
  const { t, language } = desk;
  const at: DraftPath = ['answers', framework.id, criterion.id];
  const name = criterion.name[language];
  const fault = make('p', 'fault', {});
  const parts = make('div', '', {});
  const toggle = make('input', '', { type: 'checkbox' });
  const reason = make('div', '', {});
  const draw = (): void => {
    const off = textIn(desk.draft, [...at, 'state']) === 'not-applicable';
    toggle.checked = off;
    reason.replaceChildren(...(off ? [pairField(desk, [...at, 'reason'], t.notApplicableReason, { line: true })] : []));
    parts.replaceChildren(...(off ? [] : [...measureFields(desk, at, criterion), attachedEvidence(desk, at, name)]));
  };
  toggle.addEventListener('change', () => {
    desk.change(withApplies(desk.draft, at, !toggle.checked));
    draw();
  });
  draw();
  const root = make(
    'section',
    'criterion',
    {},
    make('h5', '', {}, name),
    make(
      'dl',
      'explained',
      {},
      make('div', '', {}, make('dt', '', {}, t.meaning), make('dd', '', {}, criterion.meaning[language])),
      make('div', '', {}, make('dt', '', {}, t.counts), make('dd', '', {}, criterion.evidence[language])),
    ),
    parts,
    make('div', 'entry tick', {}, make('label', '', {}, toggle, make('span', '', {}, t.notApplicable))),
    reason,
    fault,
  );
  desk.field(at, root, fault, name);
  return root;
}

function measureFields(desk: Desk, at: DraftPath, criterion: Criterion): HTMLElement[] {
  const { t, language } = desk;
  const { measure } = criterion;
  if (measure?.kind === 'level') {
    const choices = [
      ...measure.levels.map((level) => ({ value: level.id, label: level.name[language] })),
      { value: 'unknown', label: t.states.unknown },
    ];
    const read = (): string => textIn(desk.draft, [...at, 'level']) || 'unknown';
    return [
      radiosField(desk, [...at, 'level'], criterion.name[language], choices, read, (value) =>
        desk.set([...at, 'level'], value === 'unknown' ? undefined : value),
      ),
    ];
  }
  if (measure?.kind === 'number') {
    const posts = desk.bench.rules.method.goalposts[measure.goalposts];
    const label =
      measure.unit === undefined
        ? criterion.name[language]
        : language === 'zh'
          ? `${criterion.name.zh}（${measure.unit.zh}）`
          : `${criterion.name.en} (${measure.unit.en})`;
    const value = numberField(desk, [...at, 'value'], label, {
      hint: posts === undefined ? undefined : t.goalposts(number(posts.worst, 2), number(posts.best, 2)),
    });
    const named = (part: 'error' | 'numerator' | 'denominator', hint?: string): HTMLElement =>
      numberField(desk, [...at, part], t.numberParts[part], {
        told: `${criterion.name[language]} · ${t.numberParts[part]}`,
        hint,
        optional: part === 'error',
      });
    if (measure.per === undefined) return [value, named('error', t.errorHint)];
    const ratio = make('div', 'row', {}, named('numerator'), named('denominator'));
    return [value, named('error', t.errorHint), make('p', 'hint', {}, t.ratioHint(number(measure.per, 4))), ratio];
  }
  return criterion.facets.map((facet) => facetFields(desk, [...at, 'facets', facet.id], facet));
}

function facetFields(desk: Desk, at: DraftPath, facet: Criterion['facets'][number]): HTMLElement {
  const { t, language } = desk;
  const label = make(
    'p',
    'entry-label',
    {},
    make('b', '', {}, facet.name[language]),
    make('small', '', {}, facet.shows[language]),
  );
  const reason = make('div', '', {});
  const draw = (): void =>
    reason.replaceChildren(
      ...(stateIn(desk.draft, at) === 'not-applicable'
        ? [pairField(desk, [...at, 'reason'], t.notApplicableReason, { line: true })]
        : []),
    );
  const choices = ANSWER_STATES.map((value) => ({ value, label: t.states[value] }));
  const write = (value: string): void => {
    desk.change(withFacet(desk.draft, at, value));
    draw();
  };
  const own = listIn(desk.draft, [...at, 'evidence']).map(String);
  draw();
  const field = radiosField(desk, at, label, choices, () => stateIn(desk.draft, at), write, 'facet');
  field.append(
    ...(own.length === 0 ? [] : [make('p', 'hint', {}, t.ownEvidence(own.join(language === 'zh' ? '、' : ', ')))]),
    reason,
  );
  return field;
}
