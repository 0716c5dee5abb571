/** A table of labels in both languages; a key that one of them lacks is a type error. */
import type { Language } from '../schema/text.ts';

/** Makes strings and the results of sentence functions interchangeable between languages. */
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...a: infer A) => string
      ? (...a: A) => string
      : T[K] extends object
        ? Widened<T[K]>
        : T[K];
};

/** Labels by language. `zh` sets the keys, `en` must have the same ones and no more. */
export function both<T extends object>(zh: T, en: NoInfer<Widened<T>>): Readonly<Record<Language, Widened<T>>> {
  return { zh: zh as Widened<T>, en };
}
