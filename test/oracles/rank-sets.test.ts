import { expect, it } from 'vitest';
import { jointRanks } from '../../src/score/ranks.ts';
import { column, describeOracle, readRows, report } from './oracle-files.ts';

/**
 * Means of countries in PISA with their standard errors (package csranks of Mogstad, Romano, Shaikh & Wilhelm). Its simultaneous 95 %
 * rank sets are 11.2 to 12.5 places wide on average for the two years, by bootstrap of the largest difference.
 */
describeOracle('shrinkage', () => {
  it.each(['math', 'reading', 'science'])(
    'places of all countries at once are about as wide in %s as csranks finds them',
    (subject) => {
      const rows = readRows('shrinkage/pisa.csv');
      const { low, high } = jointRanks(column(rows, `${subject}_score`), column(rows, `${subject}_se`), 0.95);
      const width = low.reduce((sum, from, i) => sum + high[i] - from + 1, 0) / rows.length;
      report(`mean width in ${subject}`, width);
      expect(width).toBeGreaterThan(11);
      expect(width).toBeLessThan(13.5);
    },
  );
});
