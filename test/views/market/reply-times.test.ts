/** Median reply times by channel. */
import { expect, it } from 'vitest';
import { runPipeline } from '../../../src/pipeline.ts';
import { replyTimes, replyWords } from '../../../src/views/market/reply-times.ts';
import { contacts } from '../../../src/views/pages/vendor/contacts.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';
import { market } from '../fixture.ts';

const site = await runPipeline(sampleFolder());

it('are those that the page of the vendor tells', () => {
  let told = 0;
  site.dataset.vendors.forEach((_, v) => {
    const timed = contacts(site, v, 'zh').timed[0]?.channels ?? [];
    const words = replyWords(site, 'zh');
    expect(
      replyTimes(site, v).map(([channel, minutes, count]) => [words?.channels[channel], minutes ?? Infinity, count]),
    ).toEqual(timed.map((t) => [t.channel, t.median, t.contacts]));
    told += timed.length;
  });
  expect(told).toBeGreaterThan(40);
});

it('are none where nobody was contacted', () => {
  expect(replyTimes(market(), 0)).toEqual([]);
});
