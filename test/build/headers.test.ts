import { describe, expect, it } from 'vitest';
import { headersOf, parseHeaders } from '../../src/build/headers.ts';

const text = `# comment
/*
  X-One: 1
  Content-Security-Policy: default-src 'none'; img-src 'self' data:

/api/*
  X-One: 2
/exact.html
  X-Two: 2
`;

describe('a _headers file', () => {
  const rules = parseHeaders(text);

  it('gives a path all rules that match, later over earlier', () => {
    expect(Object.fromEntries(headersOf(rules, '/api/v1/index.json'))).toEqual({
      'x-one': '2',
      'content-security-policy': "default-src 'none'; img-src 'self' data:",
    });
  });

  it('takes everything but the star literally', () => {
    expect(headersOf(rules, '/exactxhtml').has('x-two')).toBe(false);
    expect(headersOf(rules, '/exact.html').get('x-two')).toBe('2');
    expect(headersOf(rules, '/sub/exact.html').has('x-two')).toBe(false);
  });
});
