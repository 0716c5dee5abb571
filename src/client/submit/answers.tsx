/** The answers: frameworks, themes, dimensions; the criteria of a dimension are drawn once it has been opened. */
import { submitLabels } from '../../i18n/labels/submit.ts';
import { number } from '../../i18n/numbers.ts';
import type { Criterion, Dimension, Framework } from '../../schema/framework.ts';
import { ANSWER_STATES } from '../../schema/words.ts';
import { stateIn, withApplies, withFacet } from '../../submit/answers.ts';
import { type DraftPath, listIn, textIn } from '../../submit/draft.ts';
import { valueAt } from '../../schema/plain-data.ts';
import { language } from '../page.ts';
import { picks } from '../ui.tsx';
import { attachedEvidence } from './evidence.tsx';
import { controlId, Entry, Memo, numberField, pairField, radiosField, tick } from './fields.tsx';
import type { FormController } from './form-controller.ts';

const t = submitLabels[language];

/** One framework with its dimensions closed. */
export function frameworkFields(form: FormController, framework: Framework) {
  return (
    <section class="answers" id={`a-${framework.id}`}>
      <h3>{framework.name[language]}</h3>
      {framework.themes.map((theme) => {
        const own = framework.dimensions.filter(
          (d) => d.theme === theme.id && d.criteria.some((c) => c.measure !== undefined),
        );
        return (
          own.length > 0 && (
            <>
              <h4>{theme.name[language]}</h4>
              {own.map((dimension) => dimensionFields(form, framework, dimension))}
            </>
          )
        );
      })}
    </section>
  );
}

/** Facets (or levels and numbers) of a dimension that are answered, and how many there are. */
function progressOf(form: FormController, framework: Framework, dimension: Dimension): [number, number] {
  let [answered, all] = [0, 0];
  for (const { id, measure, facets } of dimension.criteria) {
    if (measure === undefined) continue;
    const at: DraftPath = ['answers', framework.id, id];
    const has = (part: string): boolean => textIn(form.draft, [...at, part]) !== '';
    const parts =
      measure.kind === 'checklist'
        ? facets.map((facet) => stateIn(form.draft, [...at, 'facets', facet.id]) !== 'unknown')
        : [measure.kind === 'level' ? has('level') : has('value') || has('numerator')];
    const applies = textIn(form.draft, [...at, 'state']) !== 'not-applicable';
    all += parts.length;
    answered += applies ? parts.filter(Boolean).length : parts.length;
  }
  return [answered, all];
}

function dimensionFields(form: FormController, framework: Framework, dimension: Dimension) {
  const id = `d-${framework.id}-${dimension.id}`;
  const [answered, all] = progressOf(form, framework, dimension);
  const open = (): void => {
    form.opened.add(id);
    form.draw();
  };
  return (
    <details
      class={`to-answer${answered === all ? ' done' : ''}`}
      id={id}
      data-criteria={dimension.criteria.map((c) => `${framework.id}.${c.id}`).join(' ')}
      onToggle={open}
    >
      <summary>
        {dimension.name[language]} <small>{t.answered(number(answered), number(all))}</small>
      </summary>
      {form.opened.has(id) && (
        <div>
          <p class="hint">{dimension.summary[language]}</p>
          {dimension.criteria
            .filter((c) => c.measure !== undefined)
            .map((criterion) => {
              const at = ['answers', framework.id, criterion.id];
              const on = [valueAt(form.draft, at), form.draft['evidence'], form.shown];
              return <Memo on={on} draw={() => criterionFields(form, at, criterion)} />;
            })}
        </div>
      )}
    </details>
  );
}

function criterionFields(form: FormController, at: DraftPath, criterion: Criterion) {
  const name = criterion.name[language];
  const isOff = textIn(form.draft, [...at, 'state']) === 'not-applicable';
  return (
    <Entry form={form} at={at} name={name} as="section" class="criterion">
      <h5>{name}</h5>
      <dl class="explained">
        <div>
          <dt>{t.meaning}</dt>
          <dd>{criterion.meaning[language]}</dd>
        </div>
        <div>
          <dt>{t.counts}</dt>
          <dd>{criterion.evidence[language]}</dd>
        </div>
      </dl>
      {!isOff && (
        <div>
          {measureFields(form, at, criterion)}
          {attachedEvidence(form, at, name)}
        </div>
      )}
      <div class="entry tick">
        {tick(t.notApplicable, isOff, (off) => form.change(withApplies(form.draft, at, !off)))}
      </div>
      {isOff && pairField(form, [...at, 'reason'], t.notApplicableReason, { line: true })}
    </Entry>
  );
}

function measureFields(form: FormController, at: DraftPath, { name, measure, facets }: Criterion) {
  if (measure?.kind === 'level') {
    const level = [...at, 'level'];
    const choices = [
      ...measure.levels.map(({ id, name: own }) => ({ value: id, label: own[language] })),
      { value: 'unknown', label: t.states.unknown },
    ];
    return radiosField(form, level, name[language], choices, textIn(form.draft, level) || 'unknown', (value) =>
      form.set(level, value === 'unknown' ? undefined : value),
    );
  }
  if (measure?.kind !== 'number') return facets.map((facet) => facetFields(form, [...at, 'facets', facet.id], facet));
  const posts = form.worker.rules.method.goalposts[measure.goalposts];
  const hint = posts === undefined ? undefined : t.goalposts(number(posts.worst, 2), number(posts.best, 2));
  const unit = measure.unit?.[language];
  const label = unit === undefined ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`;
  const part = (key: 'error' | 'numerator' | 'denominator', partHint?: string) =>
    numberField(form, [...at, key], t.numberParts[key], {
      name: `${name[language]} · ${t.numberParts[key]}`,
      hint: partHint,
      optional: key === 'error',
    });
  return (
    <>
      {numberField(form, [...at, 'value'], `${name[language]}${label}`, { hint })}
      {part('error', t.errorHint)}
      {measure.per !== undefined && (
        <>
          <p class="hint">{t.ratioHint(number(measure.per, 4))}</p>
          <div class="row">
            {part('numerator')}
            {part('denominator')}
          </div>
        </>
      )}
    </>
  );
}

function facetFields(form: FormController, at: DraftPath, { name, shows }: Criterion['facets'][number]) {
  const id = controlId(at);
  const state = stateIn(form.draft, at);
  const choices = ANSWER_STATES.map((value) => ({ value, label: t.states[value] }));
  const own = listIn(form.draft, [...at, 'evidence']).map(String);
  return (
    <Entry form={form} at={at} name={name[language]} class="entry facet">
      <p class="entry-label" id={`${id}-label`}>
        <b>{name[language]}</b>
        <small>{shows[language]}</small>
      </p>
      {picks(id, `${id}-label`, choices, state, (value) => form.change(withFacet(form.draft, at, value)))}
      {own.length > 0 && <p class="hint">{t.ownEvidence(own.join(language === 'zh' ? '、' : ', '))}</p>}
      {state === 'not-applicable' && pairField(form, [...at, 'reason'], t.notApplicableReason, { line: true })}
    </Entry>
  );
}
