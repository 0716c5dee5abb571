/** Runs things only while no pointer is pressed: what moves the page between press and release makes a click miss its button. */

let pressed = false;
const waiting = new Set<() => void>();

addEventListener('pointerdown', () => (pressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(
    end,
    () => {
      pressed = false;
      // The click itself comes after this event and before the next task.
      setTimeout(() => {
        const ready = [...waiting];
        waiting.clear();
        for (const run of ready) run();
      });
    },
    true,
  );
}

/** Runs now, or once the pointer is released; the same function waits once. */
export function whenReleased(run: () => void): void {
  if (pressed) waiting.add(run);
  else run();
}
