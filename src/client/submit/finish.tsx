/** The end of the form: the file, and the ways to hand it in. Nothing goes anywhere before a person presses a button here. */
import { submitLabels } from '../../i18n/labels/submit.ts';
import { number } from '../../i18n/numbers.ts';
import type { Inspection } from '../../submit/inspect.ts';
import { download } from '../download.ts';
import { language } from '../page.ts';
import { button } from '../ui.tsx';
import type { FormController } from './form-controller.ts';
import { faultCount } from './result.tsx';

const t = submitLabels[language];

function hasPersonalData({ problems }: Inspection): boolean {
  return problems.some((p) => p.rule.startsWith('personal-'));
}

/** What came of copying, beside the state that it was said in. */
let copied = { state: '', text: '', times: 0 };

/** The last section. */
export function finishFields(form: FormController) {
  const { inspection } = form;
  if (inspection === undefined) return undefined;
  const faults = faultCount(inspection);
  const state = hasPersonalData(inspection)
    ? t.finish.personal
    : faults > 0
      ? t.finish.blocked(number(faults))
      : t.result.clean;
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(inspection.text).then(
      () => true,
      () => false,
    );
    // A message that is the same again is written again, so that it is read aloud again.
    copied = { state, text: done ? t.finish.copied : t.finish.copyFailed, times: copied.times + 1 };
    form.draw();
  };
  if (copied.state !== state) copied = { ...copied, state: '', text: '' };
  return (
    <>
      <p>{t.finish.lead}</p>
      <p class={`finish-state${faults > 0 ? ' warn' : ''}`} role="status">
        <span key={copied.times}>{copied.text || state}</span>
      </p>
      <p>
        {t.finish.path}: <code>{`data/vendors/${form.slug === '' ? '…' : form.slug}.yaml`}</code>{' '}
        <small>{t.finish.size(number(new TextEncoder().encode(inspection.text).length))}</small>
      </p>
      <div class="hand-in">{!hasPersonalData(inspection) && waysToHandIn(form, inspection, () => void copy())}</div>
      <details class="file-text">
        <summary>{t.finish.preview}</summary>
        <pre tabindex={0} aria-label={t.finish.preview}>
          {inspection.text}
        </pre>
      </details>
      <p class="hint">{form.saves ? t.finish.kept : t.finish.notKept}</p>
    </>
  );
}

/** What can be done with the file as it is: a download while it has faults, else the way to the repository too. */
function waysToHandIn({ slug }: FormController, inspection: Inspection, copy: () => void) {
  const { text, link } = inspection;
  const save = (): void => download(`${slug === '' ? 'vendor' : slug}.yaml`, text, 'text/yaml');
  const saver = button(t.finish.download, save, 'quiet');
  if (faultCount(inspection) > 0) return <p class="acts">{saver}</p>;
  const copier = button(t.finish.copy, copy, 'quiet');
  if (link === undefined)
    return (
      <>
        <p class="acts">
          {saver} {copier}
        </p>
        <p class="hint">{t.finish.noRepository}</p>
      </>
    );
  const pasted = { new: t.finish.pasted, edit: t.finish.edited, repository: t.finish.manual }[link.opens];
  return (
    <>
      <p class="acts">
        <a
          class="button"
          href={link.href}
          target="_blank"
          rel="noopener"
          onClick={link.filled === undefined ? copy : undefined}
        >
          {t.finish.open[link.opens]}
        </a>{' '}
        {copier} {saver}
      </p>
      <p class="hint">{link.filled === 0 ? t.finish.filled : link.filled === 1 ? t.finish.brief : pasted}</p>
    </>
  );
}
