/** Puts large parts into a page a little at a time, so that a slow phone answers a finger in between. */

/** Bodies of a table that are put in at once. */
const BODIES = 4;

const turns = new WeakMap<HTMLElement, number>();

/**
 * Replaces what is in `place`: the first part at once, the others in turns, and the bodies of their tables a few at a time.
 * A later call for the same place ends an earlier one.
 */
export function putInTurns(place: HTMLElement, parts: readonly HTMLElement[]): void {
  const turn = (turns.get(place) ?? 0) + 1;
  turns.set(place, turn);
  const steps: (() => void)[] = [];
  parts.forEach((part, i) => {
    if (i === 0) return;
    const tables = [...part.querySelectorAll('table')].map((table) => ({ table, bodies: [...table.tBodies] }));
    for (const { bodies } of tables) for (const body of bodies.slice(BODIES)) body.remove();
    steps.push(() => place.append(part));
    for (const { table, bodies } of tables) {
      for (let at = BODIES; at < bodies.length; at += BODIES) {
        const some = bodies.slice(at, at + BODIES);
        steps.push(() => table.append(...some));
      }
    }
  });
  place.replaceChildren(...parts.slice(0, 1));
  const next = (): void => {
    if (turns.get(place) !== turn) return;
    const step = steps.shift();
    if (step === undefined) return;
    step();
    setTimeout(next);
  };
  setTimeout(next);
}
