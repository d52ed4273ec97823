import type { ReactNode } from 'react'
import type { SettingsPageId } from '../../desk/settings-place-store'

/** One setting: its words on the left, its control on the right. */
export interface SettingRow {
  readonly id: string
  readonly title: string
  readonly hint?: ReactNode
  /** More words to find it by. */
  readonly words?: string
  readonly control?: ReactNode
  /** The control takes the whole width, under the words. */
  readonly wide?: boolean
  /** It stands for a page of its own. */
  readonly opens?: SettingsPageId
  /** How many things there want a look. */
  readonly count?: number
}

export interface SettingSection {
  readonly id: string
  readonly title: string
  readonly rows: readonly SettingRow[]
  /** Its link opens this page at once. */
  readonly opens?: SettingsPageId
}

/** The sections with the rows that fit a search; a section whose title fits keeps all. */
export function matching(sections: readonly SettingSection[], query: string): readonly SettingSection[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return sections
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ title, hint, words: more = '' }) => {
        const text = `${section.title} ${title} ${typeof hint === 'string' ? hint : ''} ${more}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}
