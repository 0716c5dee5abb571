import { describe, expect, it } from 'vitest';
import { contacts, place } from '../../../../src/views/pages/vendor/contacts.ts';
import { datasetOf } from '../../../score/dataset-builder.ts';
import { market } from '../../fixture.ts';

const base = market();
const { observations } = datasetOf({
  frameworks: [],
  observed: {
    channels: ['phone', 'chat'],
    items: [
      {
        id: 'wait',
        kind: 'duration',
        goalposts: 'wait',
        window: 1440,
        uses: [{ id: 'wait-phone', criteria: ['talk/phone-speed'] }],
      },
    ],
  },
  vendors: [{ slug: 'alpha' }, { slug: 'beta' }],
  contacts: [
    { vendor: 'alpha', age: 30, channel: 'phone', values: { wait: 2 } },
    { vendor: 'alpha', age: 20, channel: 'phone', values: { wait: Infinity } },
    { vendor: 'alpha', age: 10, channel: 'phone', values: { wait: 8 } },
    { vendor: 'beta', age: 10, channel: 'phone', values: { wait: 60 } },
  ],
});
const inputs = { ...base, dataset: { ...base.dataset, observations } };

describe('timed contacts', () => {
  const view = contacts(inputs, 0, 'en');

  it('are told by channel; a channel that was never tried is left out', () => {
    expect(view.count).toBe(3);
    expect([view.oldest, view.newest]).toEqual(['2025-12-02', '2025-12-22']);
    expect(view.timed[0]?.channels.map((c) => c.channel)).toEqual(['phone']);
  });

  it('keep unanswered ones: the median counts them as longest', () => {
    expect(view.timed[0]?.channels[0]).toMatchObject({ contacts: 3, median: 8, never: 1, market: 8 });
    expect(contacts(inputs, 1, 'en').timed[0]?.channels[0]).toMatchObject({ median: 60, never: 0 });
  });

  it('stand on a logarithmic axis, unanswered ones beyond its end', () => {
    expect(place(1, 1440)).toBe(0);
    expect(place(1440, 1440)).toBe(100);
    expect(place(38, 1440)).toBe(50);
    expect(view.timed[0]?.channels[0]?.dots).toBe('M9.5 5h0M28.6 5h0M106 5h0');
  });

  it('are empty for a vendor that nobody contacted', () => {
    expect(contacts(inputs, 2, 'en')).toEqual({ count: 0, newest: undefined, oldest: undefined, timed: [], noted: [] });
  });
});
