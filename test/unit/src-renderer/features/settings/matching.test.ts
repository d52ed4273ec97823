import { expect, it } from 'vitest'
import { matching, type SettingSection } from '../../../../../src-renderer/features/settings/setting-row'

const sections: readonly SettingSection[] = [
  {
    id: 'appearance',
    title: 'Appearance',
    rows: [
      { id: 'theme', title: 'Theme', words: 'dark light' },
      { id: 'density', title: 'Density', hint: 'How close rows stand' },
    ],
  },
  { id: 'keys', title: 'Keys', rows: [{ id: 'send', title: 'Send with', words: 'enter' }] },
]
const found = (query: string) => matching(sections, query).flatMap(({ rows }) => rows.map(({ id }) => id))

it('finds settings by title, hint, section and other words, whatever their case', () => {
  expect(found('DARK')).toEqual(['theme'])
  expect(found('rows')).toEqual(['density'])
  expect(found('appearance')).toEqual(['theme', 'density'])
  expect(found('send enter')).toEqual(['send'])
})

it('shows all without words, and none if nothing fits', () => {
  expect(found('  ')).toEqual(['theme', 'density', 'send'])
  expect(matching(sections, 'invoice')).toEqual([])
})
