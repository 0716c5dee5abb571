/** From the path of a problem to its field: what it is called, and the way there. */
import type { Desk } from './form-controller.ts';

/** What a person calls the field at a path. */
export function labelOf(desk: Desk, path: string): string {
  const [first, frameworkId, criterionId, part, facetId] = path.split('.');
  if (first === 'answers' && criterionId !== undefined) {
    const framework = desk.bench.rules.frameworks.find((f) => f.id === frameworkId);
    const criterion = framework?.dimensions.flatMap((d) => d.criteria).find((c) => c.id === criterionId);
    const facet = part === 'facets' ? criterion?.facets.find((f) => f.id === facetId) : undefined;
    return facet?.name[desk.language] ?? criterion?.name[desk.language] ?? path;
  }
  const label = desk.fieldOf(path)?.label;
  return label ?? (path === '' ? desk.t.finish.path : path);
}

/** Opens whatever the field at a path lies in, and puts the focus there. */
export function reveal(desk: Desk, path: string): void {
  const [first, framework, criterion] = path.split('.');
  if (first === 'answers') {
    const details = [...document.querySelectorAll<HTMLDetailsElement>('details.to-answer')].find((d) =>
      d.dataset['criteria']?.split(' ').includes(`${framework}.${criterion}`),
    );
    if (details !== undefined && !details.open) {
      details.open = true;
      // The criteria are drawn by the toggle event, which comes later.
      details.addEventListener('toggle', () => show(desk, path), { once: true });
      return;
    }
  }
  show(desk, path);
}

function show(desk: Desk, path: string): void {
  const root = path === 'slug' ? document.querySelector<HTMLElement>('[data-field="slug"]') : desk.fieldOf(path)?.root;
  if (root === null || root === undefined) return;
  const target =
    root.querySelector<HTMLElement>('input:checked, input:not([type=radio]), textarea, select') ??
    root.querySelector<HTMLElement>('input, button');
  root.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
