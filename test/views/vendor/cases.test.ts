import { expect, it } from 'vitest';
import type { Case } from '../../../src/schema/dataset.ts';
import { caseRows, criterionReplies } from '../../../src/views/vendor/cases.ts';
import { market } from '../fixture.ts';

const opened = (id: string, openedOn: string, about: Case['about'], vendor = 'alpha'): Case => ({
  id, kind: 'dispute', vendor, about, openedOn, openedBy: 'vendor', claim: { en: 'No.' }, state: 'open',
});

it('cases about a vendor come newest first and lead to what they are about', () => {
  const inputs = market({
    dataset: {
      cases: [
        opened('one', '2025-01-01', { criterion: 'talk/phone-speed' }),
        opened('two', '2025-03-01', { review: 'r:1' }),
        opened('three', '2025-02-01', { field: 'licence' }),
        opened('four', '2025-04-01', { field: 'licence' }, 'beta'),
      ],
    },
  });
  const rows = caseRows(inputs, inputs.dataset.vendors[0]!, 'en');
  expect(rows.map((r) => [r.id, r.about.kind, r.about.href])).toEqual([
    ['two', 'review', '#r-r-1'],
    ['three', 'field', undefined],
    ['one', 'criterion', '#c-talk-phone-speed'],
  ]);
});

it('remarks on criteria are told apart from replies to reviews', () => {
  const inputs = market({
    vendors: {
      alpha: {
        replies: [
          { to: { review: 'r1' }, on: '2025-01-01', text: { en: 'a' } },
          { to: { criterion: 'talk/phone-speed' }, on: '2025-01-02', text: { en: 'b' } },
        ],
      },
    },
  });
  expect(criterionReplies(inputs, inputs.dataset.vendors[0]!, 'en').map((r) => [r.about.name, r.text.text])).toEqual([['phone-speed', 'b']]);
});
