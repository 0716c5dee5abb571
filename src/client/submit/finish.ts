/** The end of the form: the file, and the ways to hand it in. Nothing goes anywhere before a person presses a button here. */
import { number } from '../../i18n/numbers.ts';
import type { Inspection } from '../../submit/inspect.ts';
import { make } from '../dom.ts';
import { button } from './controls.ts';
import type { Desk } from './form-controller.ts';
import { faultCount } from './result.ts';

/** The last section. */
export function finishFields(desk: Desk): HTMLElement[] {
  const { t } = desk;
  const state = make('p', 'finish-state', { role: 'status' });
  const preview = make('pre', '', { tabindex: '0', 'aria-label': t.finish.preview });
  const size = make('small', '', {});
  const path = make('code', '', {});
  const ways = make('div', 'hand-in', {});
  const kept = make('p', 'hint', {});
  let told = '';
  desk.onInspected((inspection) => {
    preview.textContent = inspection.text;
    size.textContent = t.finish.size(number(new TextEncoder().encode(inspection.text).length));
    path.textContent = `data/vendors/${desk.slug === '' ? '…' : desk.slug}.yaml`;
    kept.textContent = desk.keeps ? t.finish.kept : t.finish.notKept;
    const sentence = stateText(desk, inspection);
    if (sentence !== told) state.textContent = sentence;
    told = sentence;
    state.classList.toggle('warn', faultCount(inspection) > 0);
    ways.replaceChildren(...waysOf(desk, inspection, state));
  });
  return [
    make('p', '', {}, t.finish.lead),
    state,
    make('p', '', {}, `${t.finish.path}: `, path, ' ', size),
    ways,
    make('details', 'file-text', {}, make('summary', '', {}, t.finish.preview), preview),
    kept,
  ];
}

function stateText({ t }: Desk, inspection: Inspection): string {
  const faults = faultCount(inspection);
  if (inspection.problems.some((p) => p.rule.startsWith('personal-'))) return t.finish.personal;
  return faults > 0 ? t.finish.blocked(number(faults)) : t.result.clean;
}

/** What can be done with the file as it is: nothing while it holds personal data, a download while it has other faults. */
function waysOf(desk: Desk, inspection: Inspection, state: HTMLElement): HTMLElement[] {
  const { t, slug } = desk;
  const { text, link } = inspection;
  if (inspection.problems.some((p) => p.rule.startsWith('personal-'))) return [];
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => void (state.textContent = t.finish.copied),
      () => void (state.textContent = t.finish.copyFailed),
    );
  const download = button(
    t.finish.download,
    () => {
      const link = make('a', '', {
        href: URL.createObjectURL(new Blob([text], { type: 'text/yaml' })),
        download: `${slug === '' ? 'vendor' : slug}.yaml`,
      });
      link.click();
      URL.revokeObjectURL(link.href);
    },
    'quiet',
  );
  if (faultCount(inspection) > 0) return [make('p', 'acts', {}, download)];
  const copier = button(t.finish.copy, () => void copy(), 'quiet');
  if (link === undefined)
    return [make('p', 'acts', {}, download, ' ', copier), make('p', 'hint', {}, t.finish.noRepository)];
  const opener = make('a', 'button', { href: link.href, target: '_blank', rel: 'noopener' }, t.finish.open[link.opens]);
  if (link.filled === undefined) opener.addEventListener('click', () => void copy());
  const how =
    link.filled === 0
      ? t.finish.filled
      : link.filled === 1
        ? t.finish.brief
        : { new: t.finish.pasted, edit: t.finish.edited, repository: t.finish.manual }[link.opens];
  return [make('p', 'acts', {}, opener, ' ', copier, ' ', download), make('p', 'hint', {}, how)];
}
