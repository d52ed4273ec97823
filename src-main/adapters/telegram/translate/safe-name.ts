const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
// Control characters, direction marks and what file systems forbid; a name must look like what it is.
const unwanted = /[\p{Cc}\p{Cf}\u2028\u2029<>:"/\\|?*]/gu

/**
 * A file name that is safe to show and to save under on every platform: no path, no control or direction
 * marks, no name that Windows reserves, at most 120 characters with its ending kept.
 */
export function safeName(name: string | undefined, otherwise: string): string {
  const last = (name ?? '').split(/[/\\]/).pop() ?? ''
  const clean = last
    .replace(unwanted, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (clean === '') return otherwise
  const free = reserved.test(clean) ? `_${clean}` : clean
  const characters = [...free]
  if (characters.length <= 120) return free
  const ending = /\.[^.]{1,16}$/u.exec(free)?.[0] ?? ''
  return characters.slice(0, 120 - [...ending].length).join('') + ending
}
