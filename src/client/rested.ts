/** Work that waits until a person rests: a burst of typing, or a slider on its way, is answered once. */

/** A task that is done some time after it was last asked for. */
export interface Rested {
  /** Does it after the rest; a later call begins the rest anew. */
  soon: () => void;
  /** Does it at once if it is waiting. */
  now: () => void;
}

/** Does `task` once `rest` milliseconds have passed without another call of `soon`. */
export function whenRested(task: () => void, rest: number): Rested {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    task();
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(now, rest);
    },
    now,
  };
}
