import { expect, it } from 'vitest';
import type { Case } from '../../../../src/schema/dataset.ts';
import { caseRows, criterionReplies } from '../../../../src/views/pages/vendor/cases.ts';
import { market } from '../../fixture.ts';

const opened = (id: string, openedOn: string, about: Case['about'], vendor = 'alpha'): Case => ({
  id,
  kind: 'dispute',
  vendor,
  about,
  openedOn,
  openedBy: 'vendor',
  claim: { en: 'No.' },
  state: 'open',
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
  const rows = caseRows(inputs, inputs.dataset.vendors[0]!, [{ id: 'r:1', key: 'r-r-1' }], 'en');
  expect(rows.map((r) => [r.id, r.about.kind, r.about.href])).toEqual([
    ['two', 'review', '#r-r-1'],
    ['three', 'field', undefined],
    ['one', 'criterion', '#c-talk-phone-speed'],
  ]);
});

it('a field of a file is called as a reader calls it, never by its path', () => {
  const names = (language: 'zh' | 'en'): string[] => {
    const fields = ['licence.number', 'licence', 'prices.0.amount', 'offices.0.address.zh', 'contacts.wechat'];
    const inputs = market({
      dataset: { cases: fields.map((field, i) => opened(`c${i}`, `2025-01-0${9 - i}`, { field })) },
    });
    return caseRows(inputs, inputs.dataset.vendors[0]!, [], language).map((row) => row.about.name);
  };
  expect(names('zh')).toEqual(['许可编号', '许可', '价格', '办公地点', '联系方式']);
  expect(names('en')).toEqual(['licence number', 'licence', 'prices', 'offices', 'contacts']);
});

it('a case leads to a review where that can be read, and to a criterion where the page shows it', () => {
  const inputs = market({
    dataset: {
      cases: [
        opened('two', '2025-03-01', { review: 'r:1' }),
        opened('one', '2025-01-01', { criterion: 'talk/phone-speed' }),
      ],
    },
  });
  const vendor = inputs.dataset.vendors[0]!;
  const many = Array.from({ length: 10 }, (_, i) => ({ id: `n${i}`, key: `r-n${i}` }));
  const hrefs = (entries: readonly { id: string; key: string }[], of = vendor): unknown[] =>
    caseRows(inputs, of, entries, 'en').map((r) => r.about.href);
  expect(hrefs([])[0]).toBeUndefined();
  expect(hrefs([...many.slice(1), { id: 'r:1', key: 'r-r-1' }])[0]).toBe('#r-r-1');
  expect(hrefs([...many, { id: 'r:1', key: 'r-r-1' }])[0]).toBe('/en/vendors/alpha/reviews/#r-r-1');
  expect(hrefs([], { ...vendor, status: 'listed' })[1]).toBeUndefined();
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
  expect(criterionReplies(inputs, inputs.dataset.vendors[0]!, 'en').map((r) => [r.about.name, r.text.text])).toEqual([
    ['phone-speed', 'b'],
  ]);
});
