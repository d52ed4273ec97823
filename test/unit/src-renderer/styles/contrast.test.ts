import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src-renderer/styles/tokens.css', 'utf8')

/** The declarations of one block, as name to value. */
function block(start: RegExp): Map<string, string> {
  const from = css.search(start)
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from))
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const palette = block(/:root \{\s*\/\* palette/)
const light = block(/:root \{\s*color-scheme: light/)
const dark = new Map([...light, ...block(/\[data-theme=["']dark["']\]/)])

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const hex = (token: string) => {
    const value = theme.get(`--${token}`) ?? ''
    const colour = palette.get(value.match(/var\((--p-[\w-]+)\)/)?.[1] ?? '')
    if (!colour) throw new Error(`No colour behind ${token}.`)
    return colour
  }
  const [a, b] = [luminance(hex(one)), luminance(hex(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const surfaces = [
  'surface-frame',
  'surface-panel',
  'surface-main',
  'surface-raised',
  'surface-hover',
  'surface-selected',
]
const words: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...surfaces, 'surface-customer', 'surface-agent', 'surface-note', 'quiet-soft']],
  [
    'text-secondary',
    [
      ...surfaces,
      'surface-customer',
      'quiet-soft',
      'person-1',
      'person-2',
      'person-3',
      'person-4',
      'person-5',
    ],
  ],
  ['text-muted', [...surfaces, 'surface-customer', 'surface-agent', 'quiet-soft']],
  ['text-note', ['surface-note']],
  ['text-on-solid', ['accent', 'accent-hover', 'bad-solid']],
  ['accent-text', [...surfaces, 'accent-soft', 'surface-customer', 'surface-agent']],
  [
    'good-text',
    ['surface-frame', 'surface-panel', 'surface-main', 'surface-hover', 'surface-selected', 'good-soft'],
  ],
  ['warn-text', ['surface-panel', 'surface-main', 'surface-selected', 'warn-soft']],
  ['bad-text', ['surface-frame', 'surface-panel', 'surface-main', 'surface-selected', 'bad-soft']],
]

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in the %s theme', (_, theme) => {
  it('all words can be read: contrast is 4.5 or more on every ground they stand on', () => {
    const weak = words.flatMap(([text, grounds]) =>
      grounds
        .map((ground) => ({ pair: `${text} on ${ground}`, ratio: contrast(theme, text, ground) }))
        .filter(({ ratio }) => ratio < 4.5)
        .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
    )
    expect(weak).toEqual([])
  })

  it('the focus ring stands out by 3 or more', () => {
    for (const ground of surfaces) expect(contrast(theme, 'focus', ground)).toBeGreaterThanOrEqual(3)
  })
})
