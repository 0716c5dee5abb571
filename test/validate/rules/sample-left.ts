/** Faults and lines of the rules in `src/validate/rules/sample-left.ts`. */
import type { SAMPLE_LEFT_RULES } from '../../../src/validate/rules/sample-left.ts';
import { replaced, type Fixture } from './fixture.ts';

export const SAMPLE_LEFT_FIXTURES = {
  'sample-left': {
    ...replaced(
      'content/site.yaml',
      'url: https://tiny.example\nsampleData: true',
      'url: https://tiny.example\nsampleData: false',
    ),
    at: 'https://tiny',
    en: 'content/site.yaml:4:6 url - found "https://tiny.example"; expected real data, since content/site.yaml says sampleData: false; this is an address, owner or code that nobody can have. Fix: write the real one, take the file out, or set sampleData: true; no site is built before. [sample-left]',
    zh: 'content/site.yaml:4:6 url - 发现“https://tiny.example”；应为真实数据：content/site.yaml 写明 sampleData: false，而这个地址、所有者或代码不可能属于任何人。修改：改成真实的，删去这个文件，或把 sampleData 设为 true；否则不生成网站。 [sample-left]',
  },
} satisfies Record<keyof typeof SAMPLE_LEFT_RULES, Fixture>;
