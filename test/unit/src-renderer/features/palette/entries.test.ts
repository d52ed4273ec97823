import { describe, expect, it } from 'vitest'
import type { Action } from '../../../../../src-renderer/desk/action-store'
import { paletteSections } from '../../../../../src-renderer/features/palette/entries'
import { fuzzy } from '../../../../../src-renderer/features/palette/fuzzy'

const action = (id: string, title: string, group: Action['group'], more: Partial<Action> = {}): Action => ({
  id,
  title,
  group,
  run: () => undefined,
  ...more,
})
const actions = [
  action('resolve', 'Resolve', 'ticket'),
  action('hold', 'Put on hold until…', 'ticket'),
  action('settings', 'Go to settings', 'go'),
  action('reopen', 'Reopen', 'ticket', { enabled: false }),
  action('next', 'Next row', 'queue', { keysOnly: true }),
]
const titles = (query: string, recent: readonly string[] = []) =>
  paletteSections({ query, actions, recent, tickets: [], code: 'DSA312' }).map(({ title, entries }) => ({
    title,
    ids: entries.map((entry) => (entry.kind === 'action' ? entry.action.id : entry.ticket.id)),
  }))

describe('the palette', () => {
  it('lists what can be done for the ticket in hand first', () => {
    expect(titles('')).toEqual([
      { title: 'For DSA312', ids: ['resolve', 'hold'] },
      { title: 'Commands', ids: ['settings'] },
    ])
  })

  it('offers nothing that is not allowed now, and no bare movements', () => {
    expect(titles('reopen')).toEqual([])
    expect(titles('next row')).toEqual([])
  })

  it('puts what was used last first among equals', () => {
    expect(titles('', ['hold'])[0]?.ids).toEqual(['hold', 'resolve'])
  })

  it('finds by letters in order, not only by whole words', () => {
    expect(titles('stt')).toEqual([{ title: 'Commands', ids: ['settings'] }])
    expect(titles('ohu')[0]?.ids).toEqual(['hold'])
  })

  it('leaves out scattered letters where the word itself is found', () => {
    expect(titles('sett')).toEqual([{ title: 'Commands', ids: ['settings'] }])
    expect(titles('old')).toEqual([{ title: 'For DSA312', ids: ['hold'] }])
    const chat = [
      action('title', 'Change the title', 'ticket'),
      action('chat', 'Create a ticket from a chat', 'desk'),
    ]
    const [first] = paletteSections({ query: 'chat', actions: chat, recent: [], tickets: [], code: null })
    expect(first?.title).toBe('Commands')
  })
})

describe('a fuzzy match', () => {
  it('wants every letter in order', () => {
    expect(fuzzy('rsv', 'Resolve')).toBeGreaterThan(0)
    expect(fuzzy('vsr', 'Resolve')).toBe(0)
  })

  it('prefers the start, then the start of a word, then the middle', () => {
    const [start, word, middle] = ['hold on', 'put on hold', 'threshold'].map((text) => fuzzy('hold', text))
    expect(start).toBeGreaterThan(word ?? 0)
    expect(word).toBeGreaterThan(middle ?? 0)
  })

  it('does not mind accents or case', () => {
    expect(fuzzy('tomas', 'Tomás')).toBeGreaterThan(100)
  })
})
