/** `npm test`: the whole suite, the browser tests of the real built site included. Words are handed to vitest. */
import { startVitest } from 'vitest/node';

const filters = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const project = process.argv.find((word) => word.startsWith('--project='))?.slice('--project='.length);
const vitest = await startVitest(filters, { run: true, ...(project ? { project: [project] } : {}) });
await vitest.close();
