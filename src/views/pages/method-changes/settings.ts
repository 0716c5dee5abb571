/** Which parameters of two methods differ, each with what it means. Weights have a table of their own. */
import type { Changed } from '../../../schema/plain-data.ts';
import type { Method } from '../../../schema/method.ts';
import { changedSettings, settingMeaning } from '../../../schema/method-settings.ts';
import type { Language } from '../../../schema/text.ts';

/** A parameter that differs. */
export interface SettingChange extends Changed {
  /** What the parameter means, in the words of the published schema; undefined where its name must do. */
  meaning: string | undefined;
}

const WEIGHTS = /^frameworks\.[^.]+\.(?:weight$|dimensions\.)/;

/** Parameters whose values differ, in the order of the older method, then what is new. */
export function settingChanges(was: Method, is: Method, language: Language): SettingChange[] {
  return changedSettings(was, is)
    .filter(({ path }) => !WEIGHTS.test(path))
    .map((change) => ({ ...change, meaning: settingMeaning(change.path)?.[language] }));
}
