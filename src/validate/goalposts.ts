/** Goalposts of the current method: whoever names some must find them, and none stands there unused. */
import type { Path, RawYaml } from '../load/raw.ts';
import type { Framework } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

interface Naming {
  file: RawYaml;
  at: Path;
  id: string;
}

/** @param complete whether all frameworks and the questionnaire could be read; else unused goalposts cannot be told. */
export function goalpostRule(
  method: Checked<Method>,
  frameworks: readonly Checked<Framework>[],
  questionnaire: Checked<Questionnaire> | undefined,
  complete: boolean,
  report: Report,
): void {
  const known = Object.keys(method.data.goalposts);
  const namings = [
    ...frameworks.flatMap(inFramework),
    ...(questionnaire === undefined ? [] : inQuestionnaire(questionnaire)),
  ];
  for (const { file, at, id } of namings) {
    if (!known.includes(id))
      report.yaml(file, at, 'goalposts-unknown', { ...amongst(id, known), method: method.data.version });
  }
  const used = new Set(namings.map((n) => n.id));
  for (const id of complete ? known : []) {
    if (!used.has(id)) report.yaml(method.file, ['goalposts', id], 'goalposts-unused', { found: id }, 'key');
  }
}

function inFramework({ file, data }: Checked<Framework>): Naming[] {
  return data.dimensions.flatMap((dimension, d) =>
    dimension.criteria.flatMap(({ measure }, c) => {
      const at = ['dimensions', d, 'criteria', c, 'measure', 'goalposts'];
      return measure?.kind === 'number' ? [{ file, at, id: measure.goalposts }] : [];
    }),
  );
}

function inQuestionnaire({ file, data }: Checked<Questionnaire>): Naming[] {
  const questions = data.questions.flatMap((q, i) =>
    q.kind === 'duration' ? [{ file, at: ['questions', i, 'goalposts'], id: q.goalposts }] : [],
  );
  const items = (data.observations?.items ?? []).flatMap((item, i) => {
    const at = ['observations', 'items', i];
    const own = item.kind === 'duration' ? [{ file, at: [...at, 'goalposts'], id: item.goalposts }] : [];
    const uses = item.uses.flatMap((use, u) =>
      use.goalposts === undefined ? [] : [{ file, at: [...at, 'uses', u, 'goalposts'], id: use.goalposts }],
    );
    return [...own, ...uses];
  });
  return [...questions, ...items];
}
