/** Labels of the search page; the browser reads them too. */
import { both } from '../both.ts';
import { counted } from '../plural.ts';

export const searchLabels = both(
  {
    title: '搜索',
    description: '在名录、评价框架、方法和指南中搜索。',
    label: '搜什么',
    button: '搜索',
    hint: '名称、城市、服务、指标、方法里的词',
    kind: '范围',
    all: '全部',
    kinds: { vendor: '名录', criterion: '指标', method: '方法', guide: '指南与规则' },
    working: '正在搜索…',
    found: (count: string, query: string) => `正文里有“${query}”的：${count} 页`,
    apart: (count: string) => `；另有 ${count} 页分开写着这些词`,
    together: (count: string, words: readonly string[]) => `正文里同时有“${words.join('”“')}”的：${count} 页`,
    none: (query: string) => `没有找到“${query}”。换个说法，或者少写几个字试试。`,
    failed: '搜索没能载入。可以从排名页按地区和服务来找。',
    namesFailed: '名录没能完整载入。',
    again: '再试一次',
    more: '更多结果',
    noScript: '搜索需要浏览器启用 JavaScript。没有它，可以从排名页按地区和服务来找：',
    toRankings: '看排名',
    toFrameworks: '看评价框架',
    names: {
      named: (count: string) => `名称相符：${count} 家`,
      about: (count: string) => `按地区或服务：${count} 家`,
      near: '是不是要找：',
    },
    scopePlace: (name: string) => `看${name}的排名`,
    scopeService: (name: string) => `看提供“${name}”的排名`,
    scopeCount: (count: string) => `${count} 家`,
    /** Endings that people add to the name of a place. */
    placeEndings: ['市', '省'] as readonly string[],
    unranked: '没有排名',
    score: (score: string, low: string, high: string) => `总分 ${score}（${low}–${high}）`,
    alone: (whole: string, words: readonly string[]) => {
      const some = `含“${words.join('”“')}”${words.length > 1 ? '之一' : ''}的`;
      return whole === '0' ? `没有一页同时有全部的词，下面是${some}` : `含全部的词的只有 ${whole} 页，后面是${some}`;
    },
    /** Words that hold a question together and say nothing of what is looked for. */
    particles: ['了', '的', '地', '得', '吗', '呢', '吧', '啊', '呀', '嘛', '着', '过', '是', '在', '和', '与', '就', '都', '也', '还', '会', '要', '我', '你', '您', '他', '她', '它', '我们', '你们', '他们', '怎么', '怎么办', '怎么样', '怎样', '如何', '什么', '哪', '哪个', '哪些', '哪家', '哪里', '谁', '请问', '为什么', '多少', '是不是', '能不能', '可不可以', '有没有', '可以', '应该', '一个', '一下', '这个', '那个'] as readonly string[],
    start: '可以搜名称、城市、服务，也可以搜您在意的某个指标。',
  },
  {
    title: 'Search',
    description: 'Search the directory, the frameworks, the methodology and the guides.',
    label: 'Search for',
    button: 'Search',
    hint: 'a name, a city, a service, a criterion, a word of the method',
    kind: 'In',
    all: 'everything',
    kinds: { vendor: 'Directory', criterion: 'Criteria', method: 'Methodology', guide: 'Guides and policies' },
    working: 'Searching …',
    found: (count, query) => `Pages with “${query}”: ${count}`,
    apart: (count) => `; with its words apart: ${count}`,
    together: (count, words) => `Pages with ${words.map((word) => `“${word}”`).join(' and ')}: ${count}`,
    none: (query) => `Nothing found for “${query}”. Try other words, or fewer of them.`,
    failed: 'The search could not be loaded. The rankings let you go by place and service.',
    namesFailed: 'The directory could not be loaded in full.',
    again: 'Try again',
    more: 'More results',
    noScript: 'The search needs JavaScript in the browser. Without it, the rankings let you go by place and service:',
    toRankings: 'See the rankings',
    toFrameworks: 'See the frameworks',
    names: {
      named: (count) => `By name: ${count}`,
      about: (count) => `By place or service: ${count}`,
      near: 'Did you mean: ',
    },
    scopePlace: (name) => `See the ranking for ${name}`,
    scopeService: (name) => `See the ranking for “${name}”`,
    scopeCount: (count) => count,
    placeEndings: [' city', ' province'],
    unranked: 'not ranked',
    score: (score, low, high) => `${counted(score, 'point')} (${low}–${high})`,
    alone: (whole, words) => {
      const some = `${words.length > 1 ? 'one of ' : ''}${words.map((word) => `“${word}”`).join(', ')}`;
      return whole === '0' ? `No page has all of the words. Below are those with ${some}.` : `Only ${whole} with all of the words; after that, pages with ${some}.`;
    },
    particles: ['a', 'an', 'the', 'of', 'to', 'in', 'on', 'at', 'for', 'by', 'with', 'and', 'or', 'is', 'are', 'was', 'be', 'do', 'does', 'did', 'can', 'could', 'should', 'would', 'will', 'i', 'me', 'my', 'we', 'our', 'you', 'your', 'it', 'its', 'they', 'their', 'how', 'what', 'which', 'who', 'where', 'when', 'why', 'there', 'this', 'that'],
    start: 'Search for a name, a city or a service, or for a criterion that matters to you.',
  },
);
