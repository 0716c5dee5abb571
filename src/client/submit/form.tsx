/** The whole form, drawn for one draft. Loaded when a person begins; what is heavy runs in the worker. */
import { type ComponentChildren, render } from 'preact';
import { submitLabels } from '../../i18n/labels/submit.ts';
import { presentSlug, type SubmitMarket } from '../../schema/submit-files.ts';
import { NOTHING_REPORTED } from '../../submit/reported.ts';
import { once } from '../fetch-once.ts';
import { language } from '../page.ts';
import { frameworkFields } from './answers.tsx';
import { evidenceFields } from './evidence.tsx';
import { finishFields } from './finish.tsx';
import { FormController } from './form-controller.ts';
import {
  contactFields,
  identityFields,
  interestFields,
  licenceFields,
  offerFields,
  officeFields,
  priceFields,
} from './particulars.tsx';
import { barParts, resultParts } from './result.tsx';
import type { SavedDraft } from './saved-draft.ts';
import { openWorker, publishedText, reportedByOthers } from './worker-client.ts';

const t = submitLabels[language];

const worker = once(() => openWorker(language));

/** A text that is no vendor file, with what is wrong with it. */
export class Unreadable extends Error {}

/** No vendor has the slug that was asked for. */
export class NoSuchVendor extends Error {}

/** A new draft. */
export function freshDraft(): SavedDraft {
  return { draft: { status: 'participating' }, slug: '' };
}

/** The published file of a vendor, to be updated. Rejects when it cannot be fetched, with `NoSuchVendor`, and with `Unreadable`. */
export async function publishedDraft(slug: string): Promise<SavedDraft> {
  const present = presentSlug(slug, (await worker()).market);
  const text = await publishedText(present);
  if (text === undefined) throw new NoSuchVendor(slug);
  return { ...(await draftOf(text, present)), base: present };
}

/** A file from this device: an update when a vendor of its name is published. Rejects with `Unreadable`. */
export async function draftFromFile(name: string, text: string): Promise<SavedDraft> {
  const { market } = await worker();
  const slug = presentSlug(name.replace(/(?: ?\(\d+\))?\.ya?ml$/i, '').toLowerCase(), market);
  const state = await draftOf(text, slug);
  return market.taken.some((other) => other.slug === slug) ? { ...state, base: slug } : state;
}

async function draftOf(text: string, slug: string): Promise<SavedDraft> {
  const read = await (await worker()).read(text, slug);
  if ('draft' in read) return { draft: read.draft, slug };
  throw new Unreadable(read.problems.join('\n'));
}

/** A draft of an update, under the slug that the vendor has now: it may have been renamed since the draft was saved. */
function underPresentSlug(state: SavedDraft, market: SubmitMarket): SavedDraft {
  const { base } = state;
  if (base === undefined) return state;
  const present = presentSlug(base, market);
  return present === base ? state : { ...state, base: present, slug: present };
}

/** Where the form goes. */
export interface Places {
  form: HTMLElement;
  result: HTMLElement;
  bar: HTMLElement;
  state: HTMLElement;
}

/** Draws the form for `state`. Rejects when what it needs cannot be fetched. */
export async function drawForm(places: Places, saved: SavedDraft): Promise<void> {
  const own = await worker();
  const state = underPresentSlug(saved, own.market);
  const isScored = own.market.taken.find((other) => other.slug === state.base)?.status === 'participating';
  const joined = state.base !== undefined && !isScored ? await own.join(state.base) : undefined;
  const known =
    state.base !== undefined && isScored ? await reportedByOthers(state.base) : (joined ?? NOTHING_REPORTED);
  const form = new FormController(own, state, known, () => {
    render(wholeForm(form), places.form);
    places.result.parentElement?.setAttribute('aria-busy', String(form.busy));
    if (form.inspection === undefined) return;
    render(resultParts(form, form.inspection), places.result);
    render(barParts(form.inspection), places.bar);
  });
  // Fields of a form before this one would keep what was typed into them.
  render(null, places.form);
  places.state.textContent = [
    state.base === undefined ? t.start.creating : t.start.updating(state.base),
    ...(joined === undefined ? [] : [t.start.joining]),
  ].join(' ');
  form.drawNow();
  await form.inspect();
}

function wholeForm(form: FormController) {
  const { directory, shown, frameworks } = form.worker.rules;
  const answered = shown.flatMap((id) => frameworks.filter((f) => f.id === id));
  const sections: [id: string, title: string, content: ComponentChildren][] = [
    ['identity', t.sections.identity, identityFields(form)],
    ['licence', directory.licence?.name[language] ?? t.sections.licence, licenceFields(form)],
    ['offices', t.sections.offices, officeFields(form)],
    ['directory', t.sections.directory, offerFields(form)],
    ['contacts', t.sections.contacts, [<p class="hint">{t.hints.contacts}</p>, ...contactFields(form)]],
    ['prices', t.sections.prices, priceFields(form)],
    ['interests', t.sections.interests, interestFields(form)],
    [
      'answers',
      t.sections.answers,
      [<p class="hint">{t.hints.answers}</p>, ...answered.map((framework) => frameworkFields(form, framework))],
    ],
    ['evidence', t.sections.evidence, evidenceFields(form)],
    ['finish', t.sections.finish, finishFields(form)],
  ];
  const filled = sections.filter(
    ([, , content]) => content !== undefined && !(Array.isArray(content) && content.length === 0),
  );
  return (
    <>
      <nav class="contents" aria-label={t.title}>
        <ul>
          {filled.map(([id, title]) => (
            <li>
              <a href={`#s-${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {filled.map(([id, title, content]) => (
        <section class="form-section" id={`s-${id}`} aria-labelledby={`h-${id}`} key={id}>
          <h2 id={`h-${id}`}>{title}</h2>
          {content}
        </section>
      ))}
    </>
  );
}
