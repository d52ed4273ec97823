/**
 * What never belongs on a screen: C0 and C1 controls, zero-width and invisible operators, and the marks that
 * override or isolate direction. ZWJ, ZWNJ and the plain direction marks stay: emoji, Persian and Hebrew need them.
 */
const unseen = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad]',
    '[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u3164\\uffa0]',
    '[\\u200b\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffc]',
  ].join('|'),
  'gu',
)
/** Tag letters spell out regional flags after a black flag, and hide text anywhere else. */
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu
const stackedMarks = /(\p{M}{6})\p{M}+/gu
const loneSurrogates = /\p{Surrogate}/gu
const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/g

/**
 * A stranger's text made harmless to look at: nothing invisible, no turned direction, no towers of accents,
 * at most two empty lines in a row. The words stay as they are; HTML is React's to escape.
 */
export function cleanText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(/\t/g, '    ')
    .replace(unseen, '')
    .replace(strayTags, '')
    .replace(loneSurrogates, '\ufffd')
    .replace(stackedMarks, '$1')
    .replace(/\n{4,}/g, '\n\n\n')
}

/** The same on one line, for names and titles. `instead` is shown when nothing visible is left. */
export function cleanLine(text: string, instead = ''): string {
  const line = cleanText(text)
    .replace(/[\s\u200e\u200f\u061c]+/gu, (gap) => (/\s/u.test(gap) ? ' ' : gap))
    .trim()
  return /[^\s\u200c-\u200f\u061c\u2800\p{M}]/u.test(line) ? line : instead
}
