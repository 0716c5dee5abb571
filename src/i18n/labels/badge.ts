/** Words of the badge that a vendor may show, and of the part of its page that offers it. */
import { both } from '../both.ts';

export const badgeLabels = both(
  {
    ranked: (group: string, low: string, high: string, of: string) =>
      `${group === '1' ? '第一组' : `第 ${group} 组`} · 第 ${low === high ? low : `${low}–${high}`} 位 / ${of} 家`,
    unrated: '参评 · 证据还不够排名',
    listed: '已收录 · 未参评',
    withdrawn: '已退出',
    method: (version: string, asOf: string) => `方法 ${version} · 截至 ${asOf}`,
    sample: '示例数据',
    alt: (site: string, name: string, text: string) => `${site}：${name}，${text}`,
    title: '徽章与更新',
    lead: '徽章写的是组别和位次范围、方法版本和日期，随每次发布更新；地址不变，可以放在自己的网站上。',
    preview: '徽章',
    html: 'HTML',
    markdown: 'Markdown',
    copy: '复制',
    copied: '已复制',
    copyFailed: '没能复制，请手工选取',
    yours: (one: string) => `这是您的${one}？`,
    update: '更新资料、看看得分',
    file: '资料文件（YAML）',
  },
  {
    ranked: (group, low, high, of) =>
      `${group === '1' ? 'First group' : `Group ${group}`} · place ${low === high ? low : `${low}–${high}`} of ${of}`,
    unrated: 'Assessed · not enough evidence for a rank',
    listed: 'Listed · not assessed',
    withdrawn: 'Withdrawn',
    method: (version, asOf) => `method ${version} · as of ${asOf}`,
    sample: 'sample data',
    alt: (site, name, text) => `${site}: ${name}, ${text}`,
    title: 'Badge and updates',
    lead: 'The badge says the group and the range of places, the method version and the date, and changes with each publication. Its address stays the same, so it can stand on your own site.',
    preview: 'Badge',
    html: 'HTML',
    markdown: 'Markdown',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy; select it by hand',
    yours: (one) => `Is this your ${one}?`,
    update: 'Update the file and see its score',
    file: 'Vendor file (YAML)',
  },
);
