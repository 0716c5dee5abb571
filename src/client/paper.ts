/** Measures a page as it will be printed, without printing it. */

/** Width and height of what A4 leaves within the margins of the print style (186 mm by 277 mm), in CSS pixels. */
export const A4 = { width: 703, height: 1046 } as const;

/**
 * Calls `measure` while the page is laid out with its print style, `width` pixels wide; then all is as before. Nothing is
 * painted in between.
 */
export function onPaper<T>(width: number, measure: () => T): T {
  const rules = [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules));
  const before = rules.map(({ media }) => media.mediaText);
  const { style } = document.body;
  try {
    for (const { media } of rules) {
      if (/\bprint\b/.test(media.mediaText)) media.mediaText = 'all';
      else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all';
    }
    style.width = `${width}px`;
    return measure();
  } finally {
    style.width = '';
    rules.forEach(({ media }, i) => (media.mediaText = before[i] ?? ''));
  }
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => (rule instanceof CSSMediaRule ? [rule, ...mediaRules(rule.cssRules)] : []));
}
