/** "How honest are these intervals?" on the methodology page, from `data/holdout.json`. */
import { type HoldOutFile, changedSince, fallsShort } from '../../schema/holdout.ts';
import type { Language } from '../../schema/text.ts';
import { compilePlan } from '../../score/plan.ts';
import type { Inputs } from '../market/inputs.ts';
import { measureName, scopeOf } from './checks.ts';

type Split = HoldOutFile['splits'][number];
type Coverage = NonNullable<Split['overall']>;

/** One question or observed item, by both ways of splitting. */
interface HoldOutRow {
  id: string;
  name: string;
  /** Names of the channels and scenarios that count; none = all. */
  scope: readonly string[];
  random: Coverage | undefined;
  time: (Coverage & { shift?: number | undefined }) | undefined;
}

export interface HoldOutView {
  /** Share 0..1 of intervals that should hold. */
  claimed: number;
  repeats: number;
  /** The data and the method that it was computed from. */
  asOf: string;
  methodology: string;
  /** Whether these have changed since. */
  stale: boolean;
  random: Coverage | undefined;
  time: Coverage | undefined;
  /** Whether intervals fall far short of the claim when halves are split in time. */
  shortInTime: boolean;
  /** Of the random halves, all splits together. */
  pairs: Split['pairs'];
  /** What the random halves say of the claim; undefined where nothing could be compared. */
  verdict: 'kept' | 'narrow' | 'wide' | undefined;
  /** In the order of the questionnaire. */
  rows: readonly HoldOutRow[];
}

/** Undefined where it was not computed. */
export function holdOutView({ dataset }: Pick<Inputs, 'dataset'>, language: Language): HoldOutView | undefined {
  const file = dataset.holdOut;
  if (file === undefined) return undefined;
  const of = (split: Split['split']): Split | undefined => file.splits.find((s) => s.split === split);
  const [random, time] = [of('random'), of('time')];
  const found = new Set([...(random?.measures ?? []), ...(time?.measures ?? [])].map((m) => m.id));
  // A question that is no longer asked has no name, and is shown by its id.
  const { measures } = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
  const known = measures
    .filter((m) => found.has(m.id))
    .map((m) => ({ id: m.id, name: measureName({ dataset }, m, language), scope: scopeOf({ dataset }, m, language) }));
  const unknown = [...found].filter((id) => !known.some((m) => m.id === id)).map((id) => ({ id, name: id, scope: [] }));
  return {
    claimed: file.interval,
    repeats: file.repeats,
    asOf: file.computedFrom.asOf,
    methodology: file.computedFrom.methodology,
    stale: changedSince(file, dataset.release, dataset.inputs) !== undefined,
    random: random?.overall,
    time: time?.overall,
    shortInTime: time?.overall !== undefined && fallsShort(time.overall, file.interval),
    pairs: random?.pairs,
    verdict: random?.overall && verdictOf(random.overall, file.interval),
    rows: [...known, ...unknown].map((own) => ({
      ...own,
      random: random?.measures.find((m) => m.id === own.id),
      time: time?.measures.find((m) => m.id === own.id),
    })),
  };
}

function verdictOf({ low, high }: Coverage, claimed: number): HoldOutView['verdict'] {
  if (high < claimed) return 'narrow';
  return low > claimed ? 'wide' : 'kept';
}
