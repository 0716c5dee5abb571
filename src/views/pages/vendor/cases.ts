/** Disputes and corrections about a vendor, and its answers on criteria. */
import type { Case, Vendor } from '../../../schema/dataset.ts';
import { vendorLabels } from '../../../i18n/labels/vendor.ts';
import { pathIn } from '../../../i18n/language.ts';
import type { Language } from '../../../schema/text.ts';
import type { Inputs } from '../../market/inputs.ts';
import { criteriaOf } from '../../format/names.ts';
import { oncePer } from '../../format/once.ts';
import type { LocalText } from '../../format/localize.ts';
import { localize, localizeOptional } from '../../format/localize.ts';
import { criterionKey } from './evidence.ts';
import type { ReviewRow } from './reviews.ts';
import { compareText } from '../../../schema/order.ts';

/** What a case or an answer is about; `href` is an anchor on the vendor page. */
export interface About {
  kind: 'criterion' | 'review' | 'field';
  name: string;
  href: string | undefined;
}

export interface CaseRow {
  id: string;
  kind: Case['kind'];
  about: About;
  openedOn: string;
  openedBy: Case['openedBy'];
  claim: LocalText;
  state: Case['state'];
  closedOn: string | undefined;
  outcome: LocalText | undefined;
}

/** An answer of the vendor on a criterion. */
export interface CriterionReply {
  about: About;
  on: string;
  text: LocalText;
}

/** How many reviews with something to read the vendor page itself shows; the rest are on a page of their own. */
export const REVIEWS_ON_VENDOR_PAGE = 10;

/** Cases about a vendor, newest first. @param entries the vendor's reviews with something to read, newest first. */
export function caseRows(
  inputs: Inputs,
  vendor: Vendor,
  entries: readonly Pick<ReviewRow, 'id' | 'key'>[],
  language: Language,
): CaseRow[] {
  return inputs.dataset.cases
    .filter((c) => c.vendor === vendor.slug)
    .toSorted((a, b) => compareText(b.openedOn, a.openedOn) || compareText(a.id, b.id))
    .map((c) => ({
      id: c.id,
      kind: c.kind,
      about: placed(aboutOf(inputs, c.about, language), vendor, entries, language),
      openedOn: c.openedOn,
      openedBy: c.openedBy,
      claim: localize(c.claim, language),
      state: c.state,
      closedOn: c.closedOn,
      outcome: localizeOptional(c.outcome, language),
    }));
}

/** The vendor's answers on criteria, newest first. */
export function criterionReplies(inputs: Inputs, vendor: Vendor, language: Language): CriterionReply[] {
  return vendor.replies
    .flatMap((reply) =>
      'criterion' in reply.to
        ? [
            {
              about: placed(aboutOf(inputs, reply.to, language), vendor, [], language),
              on: reply.on,
              text: localize(reply.text, language),
            },
          ]
        : [],
    )
    .toSorted((a, b) => compareText(b.on, a.on));
}

/** A case at the place that it is about. */
interface CaseMark {
  id: string;
  state: Case['state'];
  openedOn: string;
}

const marks = oncePer((cases: readonly Case[]): ReadonlyMap<string, readonly CaseMark[]> =>
  Map.groupBy(
    cases.toSorted((a, b) => compareText(a.openedOn, b.openedOn)),
    (c) => `${c.vendor} ${'criterion' in c.about ? c.about.criterion : 'review' in c.about ? c.about.review : ''}`,
  ),
);

/** Cases about one thing of a vendor, in the order in which they were opened. */
export interface CaseMarks {
  slug: string;
  marks: readonly CaseMark[];
}

/** Cases about a criterion (`framework/criterion`) or a review (its id) of a vendor; undefined when there is none. */
export function caseMarks({ dataset }: Inputs, slug: string, about: string): CaseMarks | undefined {
  const found = marks(dataset.cases).get(`${slug} ${about}`);
  return found && { slug, marks: found };
}

/** With an address only where the vendor's pages show the thing: criteria of those that take part, reviews with something to read. */
function placed(
  about: About,
  { slug, status }: Vendor,
  entries: readonly Pick<ReviewRow, 'id' | 'key'>[],
  language: Language,
): About {
  if (about.kind === 'criterion') return status === 'participating' ? about : { ...about, href: undefined };
  if (about.kind === 'field') return about;
  const at = entries.findIndex((e) => e.id === about.name);
  const anchor = `#${entries[at]?.key ?? ''}`;
  return {
    ...about,
    href:
      at < 0
        ? undefined
        : at < REVIEWS_ON_VENDOR_PAGE
          ? anchor
          : `${pathIn(language, `/vendors/${slug}/reviews/`)}${anchor}`,
  };
}

/** A field of a vendor file as a reader calls it: its section, and of a licence the part. */
function fieldName(path: string, language: Language): string {
  const { fields, licenceFields } = vendorLabels[language];
  const [section = '', part = ''] = path.split('.');
  if (section === 'licence' && part in licenceFields) return licenceFields[part as keyof typeof licenceFields];
  // Validation has seen to it that the section is one of the schema.
  return fields[section as keyof typeof fields];
}

/** What a case or an answer is about, by name. */
export function aboutOf({ dataset }: Inputs, about: Case['about'], language: Language): About {
  if ('review' in about) return { kind: 'review', name: about.review, href: undefined };
  if ('field' in about) return { kind: 'field', name: fieldName(about.field, language), href: undefined };
  const [frameworkId = '', criterionId = ''] = about.criterion.split('/');
  const framework = dataset.frameworks.find((f) => f.id === frameworkId);
  const found = framework === undefined ? undefined : criteriaOf(framework).get(criterionId);
  return {
    kind: 'criterion',
    name: found?.criterion.name[language] ?? about.criterion,
    href: found === undefined ? undefined : `#${criterionKey(frameworkId, criterionId)}`,
  };
}
