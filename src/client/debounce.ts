/** Work that waits for a pause: a burst of typing, or a slider on its way, is answered once. */

/** A task that is done some time after it was last asked for. */
export interface Debounced {
  /** Does the task after the pause; a later call begins the pause anew. */
  soon: () => void;
  /** Does the task at once if it is waiting. */
  now: () => void;
}

/** Does `task` once `pause` milliseconds have passed without another call of `soon`. */
export function debounce(task: () => void, pause: number): Debounced {
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
      timer = setTimeout(now, pause);
    },
    now,
  };
}
