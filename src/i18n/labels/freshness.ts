/** Words of the freshness report. */
import { both } from '../both.ts';

export const freshnessLabels = both(
  {
    title: (date: string) => `资料新旧（截至 ${date}）`,
    nothing: '没有过期、过旧或缺失的内容。',
    lists: {
      expiredEvidence: '证据已过有效期',
      staleEvidence: '证据久未确认',
      licences: '许可已到期或久未核对',
      prices: '价格过旧',
      silent: '久无更新的参评者',
      openCases: '尚未结案',
      oneLanguage: '只有一种语言',
    },
    count: (name: string, count: string) => `${name}（${count}）`,
    since: (on: string, days: string) => `${on}（${days} 天）`,
    more: (count: string) => `另有 ${count} 项`,
  },
  {
    title: (date) => `How fresh the data are (${date})`,
    nothing: 'Nothing has expired, grown old or is missing.',
    lists: {
      expiredEvidence: 'Evidence that has expired',
      staleEvidence: 'Evidence not confirmed for long',
      licences: 'Licences expired or not checked for long',
      prices: 'Old prices',
      silent: 'Participants without a sign for long',
      openCases: 'Open cases',
      oneLanguage: 'In one language only',
    },
    count: (name, count) => `${name} (${count})`,
    since: (on, days) => `${on} (${days} days)`,
    more: (count) => `${count} more`,
  },
);
