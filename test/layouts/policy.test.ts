import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/layouts/policy.ts';

it('hosts send the policy that the pages carry, with the one directive that only works as a header', () => {
  const headers = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8');
  const sent = /Content-Security-Policy: (.*)/.exec(headers)?.[1];
  expect(sent).toBe(`${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`);
});

it('the policy allows no inline code and no other host', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
});
