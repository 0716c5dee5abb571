import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

describe('the headers of the published site', () => {
  const rules = parseHeaders(readFileSync(resolve(import.meta.dirname, '../../public/_headers'), 'utf8'));

  it.each([
    ['/data/evidence/acme/terms.txt', 'text/plain; charset=utf-8'],
    ['/data/evidence/acme/hours.csv', 'text/csv; charset=utf-8'],
    ['/data/scores.csv', 'text/csv; charset=utf-8'],
    ['/data/vendors/acme.yaml', 'text/yaml; charset=utf-8'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
  ])('name the encoding of the text %s', (path, type) => {
    expect(headersOf(rules, path).get('content-type')).toBe(type);
  });

  it('leave the type of pictures and documents among the evidence to the host', () => {
    expect(headersOf(rules, '/data/evidence/acme/shot.png').has('content-type')).toBe(false);
  });
});
