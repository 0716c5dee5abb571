/** A contact is of the kind that its channel says: a link that can be followed, a number that can be dialled. */
import { isSafeHttpsAddress } from '../schema/text.ts';
import type { Directory } from '../schema/directory.ts';
import type { VendorRule } from './vendor.ts';

type Kind = Directory['contacts'][number]['kind'];

const FORMS: Readonly<Record<Kind, (value: string) => boolean>> = {
  web: isSafeHttpsAddress,
  telephone: (value) => /^\+?[0-9][0-9 ()-]{2,24}(?:(?: ?(?:ext\.?|转) ?|-)[0-9]{1,6})?$/i.test(value),
  email: (value) => /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/.test(value),
  text: () => true,
};

export const contactRule: VendorRule = ({ file, data }, { directory }, report) => {
  for (const [id, value] of Object.entries(data.contacts)) {
    const kind = directory?.contacts.find((contact) => contact.id === id)?.kind;
    if (kind !== undefined && !FORMS[kind](value))
      report.yaml(file, ['contacts', id], 'contact-form', { found: value, kind });
  }
};
