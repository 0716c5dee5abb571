import { describe, expect, it } from 'vitest';
import { compileStep } from '../../src/import/step.ts';
import { step } from '../../src/schema/mapping-step.ts';
import { tools } from './invented.ts';

const work = (input: unknown) => compileStep(step.parse(input), tools);

describe('scale', () => {
  const tenToFive = work({ do: 'scale', from: [0, 10], to: [1, 5], notRated: [0] });

  it('moves linearly from one scale to the other', () => {
    expect(tenToFive('10')).toBe('5');
    expect(tenToFive('5')).toBe('3');
    expect(tenToFive('7.5')).toBe('4');
    expect(tenToFive('1')).toBe('1.4');
  });

  it('takes "not rated" as unknown, not as the worst mark', () => {
    expect(tenToFive('0')).toBe('');
    expect(tenToFive('0.0')).toBe('');
  });

  it('can turn a scale round, where 1 is best', () => {
    expect(work({ do: 'scale', from: [1, 6], to: [5, 1] })('1')).toBe('5');
    expect(work({ do: 'scale', from: [1, 6], to: [5, 1] })('6')).toBe('1');
  });

  it.each([
    ['error', { out: 'error', reason: 'out-of-scale', found: '11' }],
    ['skip', { out: 'skip', reason: 'out-of-scale', found: '11' }],
    ['empty', ''],
  ])('outside the scale: %s', (outside, expected) => {
    expect(work({ do: 'scale', from: [0, 10], to: [1, 5], outside })('11')).toEqual(expected);
  });

  it('refuses text that is no number', () => {
    expect(tenToFive('ten')).toEqual({ out: 'error', reason: 'not-number', found: 'ten' });
  });
});

describe('table', () => {
  it('changes listed values', () => {
    const yes = work({ do: 'table', values: { Yes: 'yes', No: 'no', '3': 'maybe' } });
    expect(yes('Yes')).toBe('yes');
    expect(yes('3')).toBe('maybe');
    expect(yes('yes')).toEqual({ out: 'error', reason: 'not-in-table', found: 'yes' });
  });

  it('can look past case, keep, empty or skip the rest', () => {
    expect(work({ do: 'table', values: { YES: 'yes' }, ignoreCase: true })('yEs')).toBe('yes');
    expect(work({ do: 'table', values: { a: 'b' }, otherwise: 'keep' })('c')).toBe('c');
    expect(work({ do: 'table', values: { a: 'b' }, otherwise: 'empty' })('c')).toBe('');
    expect(work({ do: 'table', values: { a: 'b' }, otherwise: 'skip' })('c')).toEqual({
      out: 'skip',
      reason: 'not-in-table',
      found: 'c',
    });
  });

  it('does not find what every object has', () => {
    expect(work({ do: 'table', values: { a: 'b' }, otherwise: 'empty' })('constructor')).toBe('');
  });
});

describe('hash of a number that can be guessed', () => {
  it('is made with a secret only', () => {
    expect(work({ do: 'hash', salt: 'tea-house-salt' })('13812345678')).toEqual({
      out: 'error',
      reason: 'guessable',
      found: 'personal-mobile',
    });
    expect(work({ do: 'hash', salt: 'tea-house-salt', secret: 'TEA_SECRET' })('13812345678')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is made of a long text that merely holds one, which nobody can try', () => {
    expect(work({ do: 'hash', salt: 'tea-house-salt' })('等了四十五分钟才有人接，后来打 13812345678 才找到人')).toMatch(
      /^[0-9a-f]{32}$/,
    );
  });
});

describe('hash', () => {
  const hash = work({ do: 'hash', salt: 'tea-house-salt' });

  it('gives a reviewer key that the name cannot be read from', () => {
    expect(hash('Wang Wu')).toMatch(/^[0-9a-f]{32}$/);
    expect(hash('Wang Wu')).toBe(hash('Wang Wu'));
    expect(hash('Wang Wu')).not.toBe(hash('Wang Liu'));
  });

  it('is SHA-256 of salt, NUL and text', () => {
    expect(hash('Wang Wu')).toBe(tools.sha256('tea-house-salt\u0000Wang Wu').slice(0, 32));
  });

  it('depends on the salt and on the secret', () => {
    expect(work({ do: 'hash', salt: 'other-salt' })('Wang Wu')).not.toBe(hash('Wang Wu'));
    expect(work({ do: 'hash', salt: 'tea-house-salt', secret: 'TEA_SECRET' })('Wang Wu')).not.toBe(hash('Wang Wu'));
  });

  it('refuses to work without the secret that it names', () => {
    expect(() => work({ do: 'hash', salt: 'tea-house-salt', secret: 'NOT_SET' })).toThrow('NOT_SET');
  });
});

describe('slug', () => {
  it('does not let two names become one vendor because they sound alike', () => {
    const slug = work({ do: 'slug' });
    expect(slug('明德茶楼')).toBe('ming-de-cha-lou');
    expect(slug('明德 茶楼')).toBe('ming-de-cha-lou');
    expect(slug('铭德茶楼')).toEqual({ out: 'error', reason: 'slug-clash', found: '铭德茶楼' });
  });

  it('refuses a name that leaves nothing', () => {
    expect(work({ do: 'slug' })('!!!')).toEqual({ out: 'error', reason: 'slug-empty', found: '!!!' });
  });
});

describe('the other steps', () => {
  it('find one choice among several', () => {
    const phone = work({ do: 'has', item: '电话', separator: '┋', then: 'met', otherwise: 'not-met' });
    expect(phone('微信┋ 电话')).toBe('met');
    expect(phone('微信┋电话会议')).toBe('not-met');
  });

  it('read numbers, multiply them and mind their range', () => {
    const share = work({ do: 'number', remove: ['%'], times: 0.01, least: 0, most: 1 });
    expect(share('12.5 %')).toBe('0.125');
    expect(share('120%')).toEqual({ out: 'error', reason: 'out-of-range', found: '120%' });
    expect(work({ do: 'number', otherwise: 'empty' })('n/a')).toBe('');
  });

  it('trim, lower, put text around', () => {
    expect(work({ do: 'trim' })('  a \u3000 b ')).toBe('a b');
    expect(work({ do: 'lower' })('AbC')).toBe('abc');
    expect(work({ do: 'affix', before: '(', after: ')' })('x')).toBe('(x)');
  });

  it('read dates to the day, the month or the minute', () => {
    expect(work({ do: 'date', formats: ['D/M/YYYY H:mm'], to: 'minute' })('1/2/2026 3:04')).toBe('2026-02-01 03:04');
    expect(work({ do: 'date', formats: ['D/M/YYYY'] })('13/13/2026')).toEqual({
      out: 'error',
      reason: 'not-date',
      found: '13/13/2026',
    });
    expect(work({ do: 'date', formats: ['D/M/YYYY'], otherwise: 'empty' })('soon')).toBe('');
  });
});

describe('redact', () => {
  it('takes personal data out of a text and leaves the rest', () => {
    const redact = work({ do: 'redact' });
    expect(redact('找王会计 13800138000，或发 wang.wu@qq.com')).toBe('找王会计 [***]，或发 [***]');
    expect(redact('①等了很久！打 １３８００１３８０００ 也没人接')).toBe('①等了很久！打 [***] 也没人接');
    expect(redact('订单号 4000000000000002 没有发货！')).toBe('订单号 4000000000000002 没有发货！');
    expect(redact('１３８００１３８０００')).toBe('[***]');
    expect(redact('等了 45 分钟，共 3 次')).toBe('等了 45 分钟，共 3 次');
  });
});
