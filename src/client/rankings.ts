/** Live filter and order of the ranking table. The state is in the address, so that it can be shared and kept. */

interface Row {
  element: HTMLElement;
  name: string;
  places: readonly string[];
  services: readonly string[];
}

const NAMES = ['name', 'place', 'service', 'sort'] as const;

function rowOf(element: HTMLElement): Row {
  return {
    element,
    name: fold(element.querySelector('a')?.textContent ?? ''),
    places: (element.dataset['p'] ?? '').split(' '),
    services: (element.dataset['s'] ?? '').split(' '),
  };
}

/** Full-width letters and upper case find the same as plain ones. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function start(form: HTMLFormElement, table: HTMLTableElement): void {
  const groups = [...table.tBodies];
  const grouped = groups.map((body) => [...body.rows].map(rowOf));
  const brackets = groups.map((body) => body.querySelector<HTMLTableCellElement>('th.g'));
  const others = [...document.querySelectorAll<HTMLElement>('[data-rows] > li')].map(rowOf);
  const flat = document.createElement('tbody');
  const output = form.querySelector('output');
  /** A field of the form; a market without places, say, has no field for them. */
  const field = (name: (typeof NAMES)[number]): HTMLInputElement | HTMLSelectElement | undefined => {
    const found = form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
  };
  const valueOf = (name: (typeof NAMES)[number]): string => field(name)?.value ?? '';
  const chosen = (name: 'place' | 'service' | 'sort'): HTMLOptionElement | undefined => {
    const select = field(name);
    return select instanceof HTMLSelectElement ? select.selectedOptions[0] : undefined;
  };

  const read = (): void => {
    const query = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const value = query.get(name) ?? '';
      const input = field(name);
      if (!input) continue;
      const known = input instanceof HTMLInputElement || [...input.options].some((o) => o.value === value);
      input.value = known ? value : '';
    }
  };

  const write = (): void => {
    const query = new URLSearchParams();
    for (const name of NAMES) if (valueOf(name) !== '') query.set(name, valueOf(name));
    const text = query.toString();
    history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`);
  };

  const apply = (): void => {
    const name = fold(valueOf('name'));
    const place = chosen('place')?.dataset['k'];
    const service = chosen('service')?.dataset['k'];
    const matches = (row: Row): boolean =>
      row.name.includes(name) &&
      (place === undefined || row.places.some((p) => p === place || p.startsWith(`${place}.`))) &&
      (service === undefined || row.services.includes(service));
    let shown = 0;
    for (const row of [...grouped.flat(), ...others]) {
      row.element.hidden = !matches(row);
      if (!row.element.hidden && row.element instanceof HTMLTableRowElement) shown += 1;
    }
    order();
    if (output) {
      const all = grouped.reduce((sum, rows) => sum + rows.length, 0);
      output.textContent = (output.dataset['text'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(all));
    }
  };

  /** Back into the groups, or all in one list by the chosen column; rows without a value come last. */
  const order = (): void => {
    const option = chosen('sort');
    const column = option?.dataset['column'];
    table.classList.toggle('flat', column !== undefined);
    if (column === undefined) {
      flat.remove();
      groups.forEach((body, i) => {
        const rows = grouped[i] ?? [];
        const visible = rows.filter((r) => !r.element.hidden);
        const bracket = brackets[i];
        // The cell that spans a group has to stand in the first row that is shown.
        if (bracket && visible[0]) {
          bracket.rowSpan = visible.length;
          visible[0].element.prepend(bracket);
        }
        body.append(...rows.map((r) => r.element));
        body.hidden = visible.length === 0;
      });
      table.append(...groups);
      return;
    }
    const sign = option?.dataset['up'] === undefined ? -1 : 1;
    const value = (row: Row): number => {
      const cell = row.element.querySelectorAll('td')[Number(column)];
      return Number.parseFloat(cell?.dataset['v'] ?? cell?.textContent ?? '');
    };
    const keyed = grouped.flat().map((row) => ({ row, value: value(row) }));
    keyed.sort((a, b) => Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || sign * (a.value - b.value) || 0);
    for (const body of groups) body.remove();
    flat.replaceChildren(...keyed.map((k) => k.row.element));
    table.append(flat);
  };

  form.addEventListener('input', () => {
    write();
    apply();
  });
  form.addEventListener('reset', () => {
    setTimeout(() => {
      write();
      apply();
    });
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    read();
    apply();
  });
  read();
  apply();
}

const form = document.querySelector<HTMLFormElement>('#filter');
const table = document.querySelector<HTMLTableElement>('#ranks');
if (form && table) start(form, table);
