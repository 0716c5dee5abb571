/** The whole form, drawn for one draft. Loaded when a person begins; what is heavy runs in the worker. */
import type { Language } from '../../i18n/language.ts';
import { make } from '../dom.ts';
import { frameworkFields } from './answers.ts';
import { type Bench, openBench, publishedText, publishedTold } from './worker-client.ts';
import { Desk } from './form-controller.ts';
import { evidenceFields } from './evidence.ts';
import { finishFields } from './finish.ts';
import { contactFields, identityFields, interestFields, licenceFields, offerFields } from './identity.ts';
import { type Kept, keep } from './saved-draft.ts';
import { presentSlug, type SubmitMarket } from '../../schema/submit-files.ts';
import { NOTHING_TOLD } from '../../submit/told.ts';
import { officeFields, priceFields } from './lists.ts';
import { showResult } from './result.ts';

let bench: Promise<Bench> | undefined;

function opened(language: Language): Promise<Bench> {
  bench ??= openBench(language);
  bench.catch(() => (bench = undefined));
  return bench;
}

/** A text that is no vendor file, with what is wrong with it. */
export class Unreadable extends Error {}

/** No vendor has the slug that was asked for. */
export class NoSuchVendor extends Error {}

/** A new draft. */
export function freshDraft(): Kept {
  return { draft: { status: 'participating' }, slug: '' };
}

/** The published file of a vendor, to be updated. Rejects when it cannot be fetched, with `NoSuchVendor`, and with `Unreadable`. */
export async function publishedDraft(slug: string, language: Language): Promise<Kept> {
  const present = presentSlug(slug, (await opened(language)).market);
  const text = await publishedText(present);
  if (text === undefined) throw new NoSuchVendor(slug);
  return { ...(await draftOf(text, present, language)), base: present };
}

/** A file from this device: an update when a vendor of its name is published. Rejects with `Unreadable`. */
export async function draftFromFile(name: string, text: string, language: Language): Promise<Kept> {
  const { market } = await opened(language);
  const slug = presentSlug(name.replace(/(?: ?\(\d+\))?\.ya?ml$/i, '').toLowerCase(), market);
  const state = await draftOf(text, slug, language);
  return market.taken.some((other) => other.slug === slug) ? { ...state, base: slug } : state;
}

async function draftOf(text: string, slug: string, language: Language): Promise<Kept> {
  const read = await (await opened(language)).read(text, slug);
  if ('draft' in read) return { draft: read.draft, slug };
  throw new Unreadable(read.problems.join('\n'));
}

/** A draft of an update, under the slug that the vendor has now: it may have been renamed since the draft was saved. */
function underPresentSlug(state: Kept, market: SubmitMarket): Kept {
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
export async function drawForm(places: Places, language: Language, saved: Kept): Promise<void> {
  const own = await opened(language);
  const state = underPresentSlug(saved, own.market);
  const isScored = own.market.taken.find((other) => other.slug === state.base)?.status === 'participating';
  const joined = state.base !== undefined && !isScored ? await own.join(state.base) : undefined;
  const known = state.base !== undefined && isScored ? await publishedTold(state.base) : (joined ?? NOTHING_TOLD);
  const desk = new Desk(own, language, state, known);
  const { t } = desk;
  const section = (id: string, title: string, parts: readonly HTMLElement[]): HTMLElement[] =>
    parts.length === 0
      ? []
      : [
          make(
            'section',
            'form-section',
            { id: `s-${id}`, 'aria-labelledby': `h-${id}` },
            make('h2', '', { id: `h-${id}` }, title),
            ...parts,
          ),
        ];
  const { rules } = own;
  const frameworks = rules.shown.flatMap((id) => rules.frameworks.filter((f) => f.id === id));
  const sections = [
    ...section('identity', t.sections.identity, identityFields(desk)),
    ...section('licence', rules.directory.licence?.name[language] ?? t.sections.licence, licenceFields(desk)),
    ...section('offices', t.sections.offices, officeFields(desk)),
    ...section('directory', t.sections.directory, offerFields(desk)),
    ...section('contacts', t.sections.contacts, [make('p', 'hint', {}, t.hints.contacts), ...contactFields(desk)]),
    ...section('prices', t.sections.prices, priceFields(desk)),
    ...section('interests', t.sections.interests, interestFields(desk)),
    ...section('answers', t.sections.answers, [
      make('p', 'hint', {}, t.hints.answers),
      ...frameworks.map((framework) => frameworkFields(desk, framework)),
    ]),
    ...section('evidence', t.sections.evidence, evidenceFields(desk)),
    ...section('finish', t.sections.finish, finishFields(desk)),
  ];
  const contents = make(
    'nav',
    'contents',
    { 'aria-label': t.title },
    make(
      'ul',
      '',
      {},
      ...sections.map((s) =>
        make('li', '', {}, make('a', '', { href: `#${s.id}` }, s.querySelector('h2')?.textContent ?? '')),
      ),
    ),
  );
  places.form.replaceChildren(contents, ...sections);
  places.state.textContent = [
    state.base === undefined ? t.start.creating : t.start.updating(state.base),
    ...(joined === undefined ? [] : [t.start.joining]),
  ].join(' ');
  showResult(desk, places.result, places.bar);
  desk.keeps = keep(state);
  await desk.inspect();
}
