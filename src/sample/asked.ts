/** The questionnaire made ready for answering. */
import type { Goalposts } from '../schema/method.ts';
import type { SampleJob } from './context.ts';
import type { Scale } from './response.ts';

/** A question made ready for answering. */
export interface AskedQuestion {
  id: string;
  criteria: readonly string[];
  scale: Scale;
  answered: number;
  ease: number;
}

/** The questionnaire made ready: goalposts resolved, rates of answering looked up. */
export function askedQuestions(job: SampleJob): AskedQuestion[] {
  return job.questionnaire.questions.map((question) => {
    const habit = job.words.reviews.questions[question.id];
    return {
      id: question.id,
      criteria: question.criteria,
      scale: question.kind === 'duration' ? { ...question, goalposts: goalpostsOf(job, question.goalposts) } : question,
      answered: habit?.answered ?? 0.93,
      ease: habit?.ease ?? 0,
    };
  });
}

/** Goalposts of the method by id; throws a RangeError when the method has none of that id. */
export function goalpostsOf(job: SampleJob, id: string): Goalposts {
  const found = job.method.goalposts[id];
  if (found === undefined) throw new RangeError(`the method has no goalposts ${id}`);
  return found;
}
