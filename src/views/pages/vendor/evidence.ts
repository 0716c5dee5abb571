/** A vendor's evidence as a numbered list: where to look, how old it is, and which criteria it supports. */
import type { Vendor } from '../../../schema/dataset.ts';
import type { Tier } from '../../../schema/method.ts';
import type { Language } from '../../../schema/text.ts';
import { isSafeHttpsAddress } from '../../../schema/text.ts';
import type { Inputs } from '../../market/inputs.ts';
import { criteriaOf } from '../../format/names.ts';
import { oncePer } from '../../format/once.ts';
import type { LocalText } from '../../format/localize.ts';
import { localizeOptional } from '../../format/localize.ts';
import { type EvidenceAge, evidenceAge } from '../../format/time.ts';

/** Criteria that are named beside a piece of evidence. */
const NAMED = 2;

/** One piece of evidence in the list. */
export interface EvidenceRow {
  /** 1.. in the vendor's order; what criteria refer to. */
  number: number;
  tier: Tier;
  /** Tier that it counts as after expiry. */
  countsAs: Tier;
  url: string | undefined;
  file: string | undefined;
  lastLooked: string;
  lastConfirmed: string;
  expires: string | undefined;
  age: EvidenceAge;
  note: LocalText | undefined;
  /** The first criteria that it supports, and how many more there are; `key` is their anchor, where the page shows criteria. */
  serves: readonly { key: string | undefined; name: string }[];
  servesMore: number;
}

/** Numbers of a vendor's evidence by id, 1.. in its order. */
export const evidenceNumbers = oncePer(
  (vendor: Vendor): ReadonlyMap<string, number> => new Map(vendor.evidence.map((e, i) => [e.id, i + 1])),
);

/** What a vendor's own page says of its evidence; the pieces are on a page of their own. */
export interface EvidenceSummary {
  count: number;
  /** Pieces that are neither old nor expired. */
  fresh: number;
  /** Pieces by the tier that they count as. */
  tiers: Readonly<Record<Tier, number>>;
}

/** Sums a vendor's evidence up. */
export function evidenceSummary({ dataset: { method, release } }: Inputs, vendor: Vendor): EvidenceSummary {
  const tiers = { observed: 0, documented: 0, declared: 0 };
  let fresh = 0;
  for (const evidence of vendor.evidence) {
    const age = evidenceAge(evidence, method, release.asOf);
    tiers[age === 'expired' ? method.facts.expired : evidence.tier] += 1;
    if (age === 'fresh') fresh += 1;
  }
  return { count: vendor.evidence.length, fresh, tiers };
}

/** Path of the page with a vendor's evidence, in the default language. */
export function evidencePath(slug: string): string {
  return `/vendors/${slug}/evidence/`;
}

/** The vendor's evidence in its own order. */
export function evidenceRows({ dataset }: Inputs, vendor: Vendor, language: Language): EvidenceRow[] {
  const served = criteriaByEvidence(vendor);
  return vendor.evidence.map((evidence, i) => {
    const age = evidenceAge(evidence, dataset.method, dataset.release.asOf);
    const behind = (served.get(evidence.id) ?? []).flatMap(([frameworkId, criterionId]) => {
      const framework = dataset.frameworks.find((f) => f.id === frameworkId);
      const found = framework === undefined ? undefined : criteriaOf(framework).get(criterionId);
      return found === undefined
        ? []
        : [
            {
              key: vendor.status === 'participating' ? criterionKey(frameworkId, criterionId) : undefined,
              name: found.criterion.name[language],
            },
          ];
    });
    return {
      number: i + 1,
      tier: evidence.tier,
      countsAs: age === 'expired' ? dataset.method.facts.expired : evidence.tier,
      url: evidence.url !== undefined && isSafeHttpsAddress(evidence.url) ? evidence.url : undefined,
      file: evidence.file,
      lastLooked: evidence.lastLooked,
      lastConfirmed: evidence.lastConfirmed,
      expires: evidence.expires,
      age,
      note: localizeOptional(evidence.note, language),
      serves: behind.slice(0, NAMED),
      servesMore: Math.max(0, behind.length - NAMED),
    };
  });
}

/** Anchor of a criterion on the vendor page. */
export function criterionKey(framework: string, criterion: string): string {
  return `c-${framework}-${criterion}`;
}

function criteriaByEvidence(vendor: Vendor): Map<string, [framework: string, criterion: string][]> {
  const served = new Map<string, [string, string][]>();
  for (const [framework, answers] of Object.entries(vendor.answers)) {
    for (const [criterion, answer] of Object.entries(answers)) {
      const ids = new Set(answer.evidence ?? []);
      for (const facet of Object.values(answer.facets ?? {})) {
        if (typeof facet !== 'string') for (const id of facet.evidence ?? []) ids.add(id);
      }
      for (const id of ids) {
        const known = served.get(id);
        if (known === undefined) served.set(id, [[framework, criterion]]);
        else known.push([framework, criterion]);
      }
    }
  }
  return served;
}
