/** What each method version was used with: the current one with the texts of today, older ones with what a release kept. */
import type { RawReleases } from '../load/releases.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { Edition, EditionTexts } from '../schema/edition.ts';
import { type Framework, framework } from '../schema/framework.ts';
import type { FrozenRelease } from '../schema/frozen.ts';
import type { Method } from '../schema/method.ts';
import { type Questionnaire, questionnaire } from '../schema/questionnaire.ts';
import { NO_QUESTIONS } from './editorial.ts';

/** Editions of all versions, oldest first. @param releases the first one first. */
export function editionsOf(
  { methods, release, frameworks, questionnaire: asked }: Dataset,
  releases: readonly FrozenRelease[],
  raw: RawReleases,
): Edition[] {
  const today: EditionTexts = { frameworks, questionnaire: asked, release: undefined };
  return methods.map(({ version, method }) => {
    if (version === release.methodology) return { version, method, texts: today };
    const kept = releases.findLast((r) => r.methodology === version);
    const texts = kept === undefined ? today : keptTexts(kept.id, raw);
    return { version, method, texts: texts !== undefined && fits(method, texts) ? texts : undefined };
  });
}

/** The copies in a release; undefined when today's program cannot read their shape any more. */
function keptTexts(id: string, { releases }: RawReleases): EditionTexts | undefined {
  const release = releases.find((r) => r.id === id);
  const frameworks = (release?.frameworks ?? []).map((file) => framework.safeParse(file.value).data);
  const asked =
    release?.questionnaire === undefined ? NO_QUESTIONS : questionnaire.safeParse(release.questionnaire.value).data;
  const read = frameworks.filter((f) => f !== undefined);
  return asked === undefined || read.length < frameworks.length || read.length === 0
    ? undefined
    : { frameworks: read, questionnaire: asked, release: id };
}

/** Whether a method weighs just these frameworks and dimensions, and has all goalposts that they and the questions name. */
export function fits(
  method: Method,
  { frameworks, questionnaire: asked }: Pick<EditionTexts, 'frameworks' | 'questionnaire'>,
): boolean {
  const weighed = Object.entries(method.frameworks).flatMap(([id, f]) => [
    id,
    ...Object.keys(f.dimensions).map((d) => `${id}/${d}`),
  ]);
  const there = frameworks.flatMap((f) => [f.id, ...f.dimensions.map((d) => `${f.id}/${d.id}`)]);
  return (
    [...weighed].sort().join(' ') === [...there].sort().join(' ') &&
    frameworks.every((f) => criteriaExist(method, f)) &&
    [...frameworks.flatMap(goalpostsIn), ...goalpostsAsked(asked)].every((id) => Object.hasOwn(method.goalposts, id))
  );
}

function criteriaExist(method: Method, { id, dimensions }: Framework): boolean {
  return dimensions.every((d) =>
    Object.keys(method.frameworks[id]?.dimensions[d.id]?.criteria ?? {}).every((c) =>
      d.criteria.some((one) => one.id === c),
    ),
  );
}

function goalpostsIn({ dimensions }: Framework): string[] {
  return dimensions.flatMap((d) =>
    d.criteria.flatMap(({ measure }) => (measure?.kind === 'number' ? [measure.goalposts] : [])),
  );
}

function goalpostsAsked({ questions, observations }: Questionnaire): string[] {
  return [
    ...questions.flatMap((q) => (q.kind === 'duration' ? [q.goalposts] : [])),
    ...(observations?.items ?? []).flatMap((item) => [
      ...(item.kind === 'duration' ? [item.goalposts] : []),
      ...item.uses.flatMap((use) => (use.goalposts === undefined ? [] : [use.goalposts])),
    ]),
  ];
}
