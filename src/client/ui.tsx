/** Small parts that several islands draw. */

/** A button that does something on this page. */
export function button(text: string, press: () => void, kind = 'plain', label?: string) {
  return (
    <button type="button" class={kind === '' ? undefined : kind} aria-label={label} onClick={press}>
      {text}
    </button>
  );
}

/** A list of texts. */
export function listOf(texts: readonly string[], kind?: string) {
  return (
    <ul class={kind}>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

/** Something to choose. */
export interface Option {
  value: string;
  label: string;
  note?: string;
  /** Whether choosing it leaves the question open. */
  open?: boolean;
}

/** Radio buttons in a row, named by the element of the id `labelledBy`. */
export function picks(
  name: string,
  labelledBy: string,
  choices: readonly Option[],
  chosen: string,
  write: (value: string) => void,
) {
  return (
    <div class="picks" role="radiogroup" aria-labelledby={labelledBy}>
      {choices.map(({ value, label, note, open = value === 'unknown' }) => (
        <label class={open ? 'open' : undefined}>
          <input type="radio" {...{ name, value }} checked={value === chosen} onChange={() => write(value)} />
          <span>
            {label}
            {note !== undefined && <small>{note}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
