/** Marks that turn the direction of text around, and characters that are no text at all. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g

/** A title of one line. */
export function toastTitle(text: string): string {
  return shortened(cleaned(text).replace(/\s+/g, ' ').trim(), 120)
}

/**
 * A body, which may have several lines. On Linux a body is markup by the desktop's own rules
 * (specifications.freedesktop.org/notification), so what customers call themselves is escaped there.
 */
export function toastBody(text: string, os: NodeJS.Platform): string {
  const body = shortened(cleaned(text), 400)
  if (os !== 'linux') return body
  return body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const cleaned = (text: string) => text.replace(directions, '').replace(controls, ' ')

/** Counts whole characters, so that none is cut in half. */
function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
